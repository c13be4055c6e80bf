package io.meshc.rules.istio.httproute;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A route says the share of its mirror in a field out of use. Page, examples, tests: DeprecatedMirrorPercent.md, beside this file.
public final class DeprecatedMirrorPercent implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC0148", "deprecated-mirror-percent", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    for (HttpRoute route : it.http()) {
      route
          .mirrorPercent()
          .or(route::mirrorPercentOld)
          .ifPresent(percent ->
              found.say(
                  percent.origin(),
                  "`mirrorPercent` is out of use",
                  "`mirrorPercentage: {value: " + percent.value() + "}` says the same"));
    }
    return found.stream();
  }
}
