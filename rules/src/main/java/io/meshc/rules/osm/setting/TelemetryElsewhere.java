package io.meshc.rules.osm.setting;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.Telemetry;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.stream.Stream;

/// A Telemetry chooses Pods of other namespaces, too. Page, examples, tests: TelemetryElsewhere.md, beside this file.
public final class TelemetryElsewhere implements ResourceRule<Telemetry> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2710", "telemetry-elsewhere", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Class<Telemetry> reads() {
    return Telemetry.class;
  }

  @Override
  public Stream<Finding> check(Telemetry telemetry, Checked input) {
    var labels = new HashMap<String, String>();
    telemetry.selector().forEach((name, value) -> labels.put(name, value.value()));
    if (labels.isEmpty()) {
      return Stream.empty();
    }
    Origin origin = telemetry.selector().values().iterator().next().origin();
    return input.mesh().workloads().stream()
        .filter(it -> !it.namespace().equals(telemetry.meta().namespace()))
        .filter(it -> it.membership().isMeshed() && it.isSelectedBy(labels))
        .limit(1)
        .map(it ->
            at(
                    origin,
                    telemetry.meta().id(),
                    "it holds for `" + it.label() + "`, too: the namespace is not asked for")
                .because(it.origin(), "has the labels"));
  }
}
