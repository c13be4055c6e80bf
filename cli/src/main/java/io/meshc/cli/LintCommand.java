package io.meshc.cli;

import io.meshc.cli.options.Command;
import io.meshc.cli.options.Defaults;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import java.util.List;

/// `meshc lint`.
final class LintCommand implements Command {
  private final Session session;
  private final Options options = new Options("lint", "says what is wrong with a configuration");

  final InputOptions input;
  final Given<String> format;
  final Given<List<String>> outputs;
  final Given<String> failOn;
  final Given<String> minSeverity;
  final Given<List<String>> select;
  final Given<List<String>> ignore;
  final Given<String> baseline;
  final Given<String> writeBaseline;
  final Given<String> changed;
  final Given<Boolean> statistics;

  LintCommand(Session session) {
    this.session = session;
    input = new InputOptions(options, session);
    Defaults other = input.configured;
    format =
        options
            .text("--format=FORMAT", "text", "text, json, sarif, github or markdown")
            .or(other, "format");
    outputs =
        options
            .repeated("--output=FORMAT=FILE", "write a report to a file too; repeatable")
            .or(other, "output");
    failOn =
        options
            .text(
                "--fail-on=SEVERITY",
                "error",
                "exit with 1 for findings from this severity on: error, warning, info or never")
            .or(other, "fail-on");
    minSeverity =
        options
            .text("--min-severity=SEVERITY", "info", "leave milder findings out")
            .or(other, "min-severity");
    select =
        options
            .separated("--select=RULE", "only these rules: id, name, alias or category; repeatable")
            .or(other, "select");
    ignore =
        options.separated("--ignore=RULE", "all rules but these; repeatable").or(other, "ignore");
    baseline =
        options
            .text("--baseline=FILE", "", "leave out the findings that this file holds")
            .or(other, "baseline");
    writeBaseline =
        options.text(
            "--write-baseline=FILE", "", "write all findings to this file, and report none");
    changed =
        options.optional(
            "--changed=BASE",
            "",
            Changed.HEAD,
            "only findings on lines that changed since BASE; default: since the last commit");
    statistics =
        options
            .toggle("--statistics", "count the findings of each rule, on standard error")
            .or(other, "statistics");
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
