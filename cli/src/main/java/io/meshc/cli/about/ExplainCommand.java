package io.meshc.cli.about;

import io.meshc.cli.Session;
import io.meshc.cli.options.Choice;
import io.meshc.cli.options.Command;
import io.meshc.cli.options.Exit;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import io.meshc.cli.options.Stop;
import io.meshc.cli.report.RuleList;

/// `meshc explain`.
public final class ExplainCommand implements Command {
  private final Session session;
  private final Options options = new Options("explain", "shows the page of a rule");

  final Given<String> rule =
      options.word("RULE", "its id, its name, or the code that another tool has for it");

  public ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run() {
    if (!RuleList.explain(rule.get(), session.out())) {
      throw Stop.usage(
          "`" + rule.get() + "` is not a rule",
          Choice.suggestion(rule.get(), RuleList.words())
              .replaceFirst("^there is .*", "`meshc rules` lists the rules"));
    }
    return Exit.OK;
  }
}
