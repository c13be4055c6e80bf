package io.meshc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "lint",
    description = "says what is wrong with a configuration",
    sortOptions = false)
final class LintCommand implements Callable<Integer> {
  private final Session session;

  @Mixin InputOptions input = new InputOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, sarif, github or markdown")
  String format = "text";

  @Option(
      names = "--output",
      paramLabel = "FORMAT=FILE",
      description = "write a report to a file too; repeatable")
  List<String> outputs = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "exit with 1 for findings from this severity on: error, warning, info or never")
  String failOn = "error";

  @Option(
      names = "--min-severity",
      paramLabel = "SEVERITY",
      description = "leave milder findings out")
  String minSeverity = "info";

  @Option(
      names = "--select",
      paramLabel = "RULE",
      split = ",",
      description = "only these rules: id, name, alias or category; repeatable")
  List<String> select = new ArrayList<>();

  @Option(
      names = "--ignore",
      paramLabel = "RULE",
      split = ",",
      description = "all rules but these; repeatable")
  List<String> ignore = new ArrayList<>();

  @Option(names = "--statistics", description = "count the findings of each rule")
  boolean statistics;

  LintCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return Check.run(this, session);
  }
}
