package io.meshc.cli.about;

import io.meshc.cli.Session;
import io.meshc.cli.options.Choice;
import io.meshc.cli.options.Command;
import io.meshc.cli.options.Exit;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import io.meshc.cli.report.RuleList;
import java.util.List;

/// `meshc rules`.
public final class RulesCommand implements Command {
  private final Session session;
  private final Options options = new Options("rules", "lists the rules");

  final Given<String> format = options.text("--format=FORMAT", "text", "text, json or markdown");

  public RulesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run() {
    RuleList.write(
        Choice.of("--format", format.get(), List.of("text", "json", "markdown")), session.out());
    return Exit.OK;
  }
}
