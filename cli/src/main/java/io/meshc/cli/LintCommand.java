package io.meshc.cli;

import io.meshc.cli.options.Command;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import java.util.List;

/// `meshc lint`.
final class LintCommand implements Command {
  private final Session session;
  private final Options options = new Options("lint", "says what is wrong with a configuration");

  final InputOptions input = new InputOptions(options);
  final Given<String> format =
      options.text("--format=FORMAT", "text", "text, json, sarif, github or markdown");
  final Given<List<String>> outputs =
      options.repeated("--output=FORMAT=FILE", "write a report to a file too; repeatable");
  final Given<String> failOn =
      options.text(
          "--fail-on=SEVERITY",
          "error",
          "exit with 1 for findings from this severity on: error, warning, info or never");
  final Given<String> minSeverity =
      options.text("--min-severity=SEVERITY", "info", "leave milder findings out");
  final Given<List<String>> select =
      options.separated(
          "--select=RULE", "only these rules: id, name, alias or category; repeatable");
  final Given<List<String>> ignore =
      options.separated("--ignore=RULE", "all rules but these; repeatable");
  final Given<Boolean> statistics = options.flag("--statistics", "count the findings of each rule");

  LintCommand(Session session) {
    this.session = session;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run() {
    return Check.run(this, session);
  }
}
