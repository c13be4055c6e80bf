package io.meshc.cli;

import io.meshc.cli.report.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `meshc` alone.
@Command(
    name = "meshc",
    description =
        "Reads service mesh configuration, says what is wrong with it and what it means, and translates it.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "`meshc COMMAND --help` shows the options of a command."})
final class RootCommand implements Runnable {
  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Option(names = "--version", description = "show the version")
  private boolean version;

  RootCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (version) {
      session.out().println(Version.line());
      return;
    }
    throw Stop.usage(
        "no command given",
        "there is "
            + Choice.listed(java.util.List.copyOf(spec.commandLine().getSubcommands().keySet())));
  }
}
