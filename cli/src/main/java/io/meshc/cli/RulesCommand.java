package io.meshc.cli;

import io.meshc.cli.report.RuleList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "rules", description = "lists the rules", sortOptions = false)
final class RulesCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or markdown")
  String format = "text";

  RulesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    RuleList.write(
        Choice.of("--format", format, List.of("text", "json", "markdown")), session.out());
    return Exit.OK;
  }
}
