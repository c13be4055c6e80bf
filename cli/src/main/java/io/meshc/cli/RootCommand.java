package io.meshc.cli;

import io.meshc.cli.options.Choice;
import io.meshc.cli.options.Command;
import io.meshc.cli.options.Exit;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import io.meshc.cli.options.Stop;
import io.meshc.cli.report.Version;
import java.util.List;

/// `meshc` alone.
final class RootCommand implements Command {
  private final Session session;
  private final List<String> commands;
  private final Options options =
      new Options(
          "meshc",
          "Reads service mesh configuration, says what is wrong with it and what it means, and translates it.");

  final Given<Boolean> version = options.flag("--version", "show the version");

  /// @param commands the names of all the others
  RootCommand(Session session, List<String> commands) {
    this.session = session;
    this.commands = List.copyOf(commands);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run() {
    if (version.get()) {
      session.out().println(Version.line());
      return Exit.OK;
    }
    throw Stop.usage("no command given", "there is " + Choice.listed(commands));
  }
}
