package io.meshc.cli;

import io.meshc.cli.envoy.EnvoyArguments;
import io.meshc.cli.options.Command;
import io.meshc.cli.options.Defaults;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import java.util.List;

/// `meshc translate`.
final class TranslateCommand implements Command {
  private final Session session;
  private final Options options =
      new Options("translate", "writes a configuration in another dialect, or says why not");

  final InputOptions input;
  final Given<String> to;
  final Given<String> directory;
  final Given<List<String>> accept;
  final Given<Boolean> strict;
  final Given<String> report;
  final Given<Boolean> plan;
  final Given<Boolean> check;
  final Given<Boolean> force;
  final Given<Boolean> keep;
  final Given<Boolean> skipInvalid;
  final Given<Boolean> noVerify;
  final Given<String> istioRegex;
  final EnvoyArguments envoy;

  TranslateCommand(Session session) {
    this.session = session;
    input = new InputOptions(options, session);
    Defaults other = input.configured;
    to =
        options
            .text("--to=TARGET", "", "the dialect to write: istio or envoy")
            .or(other, "translate.to");
    directory =
        options
            .text("-o=DIR", "", "where the translation is written")
            .or(other, "translate.directory");
    accept =
        options
            .separated(
                "--accept=EFFECT",
                "write although the translation does this, such as narrows-access; repeatable")
            .or(other, "translate.accept");
    strict =
        options
            .toggle("--strict", "write nothing if anything at all is lost")
            .or(other, "translate.strict");
    report = options.text("--report=FILE", "", "write what is done and lost as JSON too");
    plan = options.flag("--plan", "say what would be written, and write nothing");
    check =
        options.flag(
            "--check",
            "exit with 1 if the directory is not what would be written, and write nothing");
    force =
        options.flag(
            "--force", "write over files that meshc did not write, or that were changed since");
    keep =
        options.flag(
            "--keep", "keep files that an earlier translation wrote and this one does not");
    skipInvalid =
        options
            .toggle("--skip-invalid", "leave out what is invalid, instead of writing nothing")
            .or(other, "translate.skip-invalid");
    noVerify =
        options.flag("--no-verify", "do not read the translation back and compare what it means");
    istioRegex =
        options
            .text(
                "--istio-regex=envoyfilter",
                "",
                "write regexes that Istio's policies cannot say as an EnvoyFilter")
            .or(other, "translate.istio-regex");
    envoy = new EnvoyArguments(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run() {
    return Compile.run(this, session);
  }
}
