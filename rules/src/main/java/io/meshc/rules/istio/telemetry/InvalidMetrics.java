package io.meshc.rules.istio.telemetry;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.proxy.Telemetry;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.DurationText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// Metrics are changed in a way that says nothing. Page, examples, tests: InvalidMetrics.md, beside this file.
public final class InvalidMetrics implements ResourceRule<Telemetry> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0281", "invalid-metrics", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<Telemetry> reads() {
    return Telemetry.class;
  }

  @Override
  public Stream<Finding> check(Telemetry it, Checked input) {
    var found = new Findings(this, it);
    for (Telemetry.Metrics metrics : it.metrics()) {
      metrics
          .reportingInterval()
          .ifPresent(interval -> found.is(interval, DurationText.shortFault(interval.value())));
      for (Telemetry.MetricsOverride override : metrics.overrides()) {
        override.tagOverrides().forEach((name, tag) -> tag(name, tag, found));
      }
    }
    return found.stream();
  }

  /// Without an operation it is UPSERT.
  private static void tag(String name, Telemetry.TagOverride tag, Findings found) {
    boolean removes = Written.is(tag.operation(), Telemetry.Operation.REMOVE);
    if (removes && tag.value().isPresent()) {
      found.say(tag.value().get().origin(), "tag `" + name + "` is removed, and has a value");
    }
    if (!removes && !Written.says(tag.value())) {
      found.say(
          Written.place(tag.value(), tag.origin()),
          "tag `" + name + "` is written, and has no value");
    }
  }
}
