package io.meshc.rules.istio.telemetry;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.proxy.Telemetry;
import io.meshc.rules.istio.Findings;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A Telemetry asks for more than Istio does. Page, examples, tests: UnsupportedTracing.md, beside this file.
public final class UnsupportedTracing implements ResourceRule<Telemetry> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0282", "unsupported-tracing", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<Telemetry> reads() {
    return Telemetry.class;
  }

  @Override
  public Stream<Finding> check(Telemetry it, Checked input) {
    var found = new Findings(this, it);
    for (int i = 1; i < it.tracing().size(); i++) {
      found.say(
          it.tracing().get(i).origin(),
          "a second entry of `tracing` is not supported, and has no effect");
    }
    for (Telemetry.Tracing tracing : it.tracing()) {
      if (tracing.providers().size() > 1) {
        found.say(
            tracing.providers().get(1).origin(),
            "a second provider of spans is not supported, and has no effect");
      }
    }
    for (Telemetry.Metrics metrics : it.metrics()) {
      for (Telemetry.MetricsOverride override : metrics.overrides()) {
        Telemetry.TagOverride nameless = override.tagOverrides().get("");
        if (nameless != null) {
          found.say(nameless.origin(), "a tag without a name is changed");
        }
      }
    }
    return found.stream();
  }
}
