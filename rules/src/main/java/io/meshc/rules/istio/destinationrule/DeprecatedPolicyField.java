package io.meshc.rules.istio.destinationrule;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.LoadBalancer;
import io.meshc.dialect.istio.routing.TrafficPolicy;
import io.meshc.rules.istio.Findings;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A policy uses a field out of use. Page, examples, tests: DeprecatedPolicyField.md, beside this file.
public final class DeprecatedPolicyField implements ResourceRule<DestinationRule> {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC0173", "deprecated-policy-field", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<DestinationRule> reads() {
    return DestinationRule.class;
  }

  @Override
  public Stream<Finding> check(DestinationRule it, Checked input) {
    var found = new Findings(this, it);
    for (Policies.Policy policy : Policies.of(it)) {
      policy
          .outlierDetection()
          .flatMap(TrafficPolicy.OutlierDetection::consecutiveErrors)
          .filter(errors -> errors.value() != 0)
          .ifPresent(errors ->
              found.say(
                  errors.origin(),
                  "`consecutiveErrors` is out of use, and does nothing",
                  "`consecutive5xxErrors` or `consecutiveGatewayErrors`"));
      policy
          .loadBalancer()
          .flatMap(LoadBalancer::consistentHash)
          .flatMap(LoadBalancer.ConsistentHash::minimumRingSize)
          .filter(size -> size.value() != 0)
          .ifPresent(size ->
              found.say(
                  size.origin(),
                  "`consistentHash.minimumRingSize` is out of use",
                  "`consistentHash.ringHash.minimumRingSize`"));
    }
    return found.stream();
  }
}
