package io.meshc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "translate",
    description = "writes a configuration in another dialect, or says why not",
    sortOptions = false)
final class TranslateCommand implements Callable<Integer> {
  private final Session session;

  @Mixin InputOptions input = new InputOptions();

  @Option(names = "--to", paramLabel = "TARGET", required = true, description = "istio")
  String to = "";

  @Option(names = "-o", paramLabel = "DIR", description = "where the translation is written")
  String directory = "";

  @Option(
      names = "--accept",
      paramLabel = "EFFECT",
      split = ",",
      description = "write although the translation does this, such as narrows-access; repeatable")
  List<String> accept = new ArrayList<>();

  @Option(names = "--strict", description = "write nothing if anything at all is lost")
  boolean strict;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "write what is done and lost as JSON too")
  String report = "";

  @Option(names = "--plan", description = "say what would be written, and write nothing")
  boolean plan;

  @Option(
      names = "--check",
      description = "exit with 1 if the directory is not what would be written, and write nothing")
  boolean check;

  @Option(
      names = "--force",
      description = "write over files that meshc did not write, or that were changed since")
  boolean force;

  @Option(
      names = "--keep",
      description = "keep files that an earlier translation wrote and this one does not")
  boolean keep;

  @Option(
      names = "--skip-invalid",
      description = "leave out what is invalid, instead of writing nothing")
  boolean skipInvalid;

  @Option(
      names = "--no-verify",
      description = "do not read the translation back and compare what it means")
  boolean noVerify;

  @Option(
      names = "--istio-regex",
      paramLabel = "envoyfilter",
      description = "write regexes that Istio's policies cannot say as an EnvoyFilter")
  String istioRegex = "";

  TranslateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return Compile.run(this, session);
  }
}
