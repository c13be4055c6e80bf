package io.meshc.cli;

import io.meshc.cli.options.Command;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import java.util.List;

/// `meshc translate`.
final class TranslateCommand implements Command {
  private final Session session;
  private final Options options =
      new Options("translate", "writes a configuration in another dialect, or says why not");

  final InputOptions input = new InputOptions(options);
  final Given<String> to = options.required("--to=TARGET", "istio");
  final Given<String> directory = options.text("-o=DIR", "", "where the translation is written");
  final Given<List<String>> accept =
      options.separated(
          "--accept=EFFECT",
          "write although the translation does this, such as narrows-access; repeatable");
  final Given<Boolean> strict =
      options.flag("--strict", "write nothing if anything at all is lost");
  final Given<String> report =
      options.text("--report=FILE", "", "write what is done and lost as JSON too");
  final Given<Boolean> plan =
      options.flag("--plan", "say what would be written, and write nothing");
  final Given<Boolean> check =
      options.flag(
          "--check",
          "exit with 1 if the directory is not what would be written, and write nothing");
  final Given<Boolean> force =
      options.flag(
          "--force", "write over files that meshc did not write, or that were changed since");
  final Given<Boolean> keep =
      options.flag("--keep", "keep files that an earlier translation wrote and this one does not");
  final Given<Boolean> skipInvalid =
      options.flag("--skip-invalid", "leave out what is invalid, instead of writing nothing");
  final Given<Boolean> noVerify =
      options.flag("--no-verify", "do not read the translation back and compare what it means");
  final Given<String> istioRegex =
      options.text(
          "--istio-regex=envoyfilter",
          "",
          "write regexes that Istio's policies cannot say as an EnvoyFilter");

  TranslateCommand(Session session) {
    this.session = session;
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
