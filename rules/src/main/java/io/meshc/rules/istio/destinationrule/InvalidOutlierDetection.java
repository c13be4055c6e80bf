package io.meshc.rules.istio.destinationrule;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.TrafficPolicy;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// Outlier detection counts what cannot be. Page, examples, tests: InvalidOutlierDetection.md, beside this file.
public final class InvalidOutlierDetection implements ResourceRule<DestinationRule> {

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0172", "invalid-outlier-detection", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<DestinationRule> reads() {
    return DestinationRule.class;
  }

  @Override
  public Stream<Finding> check(DestinationRule it, Checked input) {
    var found = new Findings(this, it);
    for (Policies.Policy policy : Policies.of(it)) {
      policy.outlierDetection().ifPresent(outlier -> check(outlier, found));
    }
    return found.stream();
  }

  private static void check(TrafficPolicy.OutlierDetection outlier, Findings found) {
    found.duration(outlier.baseEjectionTime());
    found.duration(outlier.interval());
    percent(outlier.maxEjectionPercent(), found);
    percent(outlier.minHealthPercent(), found);
    if (Written.number(outlier.consecutiveLocalOriginFailures()) > 0
        && !Written.flag(outlier.splitExternalLocalOriginErrors())) {
      found.say(
          outlier.consecutiveLocalOriginFailures().get().origin(),
          "failures of local origin are counted, and `splitExternalLocalOriginErrors` does not tell"
              + " them apart");
    }
  }

  private static void percent(Optional<At<Long>> field, Findings found) {
    long percent = Written.number(field);
    if (percent < 0 || percent > 100) {
      found.say(field.get().origin(), "percentage " + percent + " is not in 0 to 100");
    }
  }
}
