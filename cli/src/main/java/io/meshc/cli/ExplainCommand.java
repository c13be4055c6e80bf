package io.meshc.cli;

import io.meshc.cli.report.RuleList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "explain", description = "shows the page of a rule", sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Parameters(
      paramLabel = "RULE",
      arity = "1",
      description = "its id, its name, or the code that another tool has for it")
  private String rule = "";

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!RuleList.explain(rule, session.out())) {
      throw Stop.usage(
          "`" + rule + "` is not a rule",
          Choice.suggestion(rule, RuleList.words())
              .replaceFirst("^there is .*", "`meshc rules` lists the rules"));
    }
    return Exit.OK;
  }
}
