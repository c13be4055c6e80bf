package io.meshc.cli;

import io.meshc.cli.config.Config;
import io.meshc.cli.config.Config.Ignore;
import io.meshc.diag.Finding;
import io.meshc.rules.Catalog;
import io.meshc.validate.rule.Exemption;
import io.meshc.validate.rule.Exemptions;

/// The entries of `ignore` in the config file → exemptions of what was read.
final class Exempt {
  private Exempt() {}

  static Exemptions from(Config config, Input input) {
    return new Exemptions(
        config.ignores().stream()
            .map(it ->
                new Exemption(
                    it.origin(), it.word(), it.rules(), finding -> reaches(it, finding, input)))
            .toList(),
        Catalog.ALL);
  }

  private static boolean reaches(Ignore ignore, Finding finding, Input input) {
    return ignore.path().map(it -> it.hold(input.locate(finding.origin().file()))).orElse(true)
        && ignore
            .resource()
            .map(it -> finding.resource().filter(it::covers).isPresent())
            .orElse(true);
  }
}
