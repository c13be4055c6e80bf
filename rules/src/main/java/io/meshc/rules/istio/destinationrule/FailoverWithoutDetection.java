package io.meshc.rules.istio.destinationrule;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.LoadBalancer;
import io.meshc.rules.istio.Findings;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// Traffic is to fail over, and nothing finds out when. Page, examples, tests: FailoverWithoutDetection.md, beside this file.
public final class FailoverWithoutDetection implements ResourceRule<DestinationRule> {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC0177", "failover-without-detection", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<DestinationRule> reads() {
    return DestinationRule.class;
  }

  @Override
  public Stream<Finding> check(DestinationRule it, Checked input) {
    var found = new Findings(this, it);
    for (Policies.Policy policy : Policies.of(it)) {
      if (policy.loadBalancer().isEmpty() || policy.outlierDetection().isPresent()) {
        continue;
      }
      LoadBalancer balancer = policy.loadBalancer().get();
      balancer
          .localityLbSetting()
          .ifPresent(locality ->
              check(locality.failover(), locality.failoverPriority(), locality.origin(), found));
      balancer
          .zoneAwareLbSetting()
          .ifPresent(
              aware -> check(aware.failover(), aware.failoverPriority(), aware.origin(), found));
    }
    return found.stream();
  }

  private static void check(
      List<LoadBalancer.Failover> failover,
      List<At<String>> priority,
      Origin place,
      Findings found) {
    if (!failover.isEmpty() || !priority.isEmpty()) {
      found.say(
          place,
          "traffic fails over, and without `outlierDetection` no endpoint is ever found ill");
    }
  }
}
