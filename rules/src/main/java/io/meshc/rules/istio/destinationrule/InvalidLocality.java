package io.meshc.rules.istio.destinationrule;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.LoadBalancer;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Traffic is spread over localities that cannot be. Page, examples, tests: InvalidLocality.md, beside this file.
public final class InvalidLocality implements ResourceRule<DestinationRule> {
  private static final Set<String> TOPOLOGY =
      Set.of(
          "topology.kubernetes.io/region",
          "topology.kubernetes.io/zone",
          "topology.istio.io/subzone");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0176", "invalid-locality", Category.INVALID, Severity.ERROR, "0.1")
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
      if (policy.loadBalancer().isEmpty()) {
        continue;
      }
      LoadBalancer balancer = policy.loadBalancer().get();
      if (balancer.localityLbSetting().isPresent() && balancer.zoneAwareLbSetting().isPresent()) {
        found.say(
            balancer.zoneAwareLbSetting().get().origin(),
            "`zoneAwareLbSetting` stands beside `localityLbSetting`",
            balancer.localityLbSetting().get().origin(),
            "the other one");
      }
      balancer.localityLbSetting().ifPresent(locality -> check(locality, found));
      if (balancer.zoneAwareLbSetting().isPresent()) {
        LoadBalancer.ZoneAware aware = balancer.zoneAwareLbSetting().get();
        aware.failover().forEach(failover -> failover(failover, found));
        topology(aware.failoverPriority(), "zones already go first", found);
      }
    }
    return found.stream();
  }

  private static void check(LoadBalancer.Locality locality, Findings found) {
    if (!locality.distribute().isEmpty() && !locality.failover().isEmpty()) {
      found.say(
          locality.failover().getFirst().origin(),
          "`failover` stands beside `distribute`",
          locality.distribute().getFirst().origin(),
          "the other one");
      return;
    }
    if (!locality.failover().isEmpty()) {
      topology(locality.failoverPriority(), "`failover` says the same", found);
    }
    Set<String> from = LocalityText.none();
    for (LoadBalancer.Distribute it : locality.distribute()) {
      String text = Written.text(it.from());
      place(text, from, Written.place(it.from(), it.origin()), found);
      weights(it, found);
    }
    locality.failover().forEach(it -> failover(it, found));
  }

  private static void weights(LoadBalancer.Distribute distribute, Findings found) {
    Set<String> to = LocalityText.none();
    long sum = 0;
    // in order of the text: which of two that overlap is named must not depend on a hash
    for (Map.Entry<String, At<Long>> it : new TreeMap<>(distribute.to()).entrySet()) {
      long weight = it.getValue().value();
      if (weight < 1 || weight > 100) {
        found.say(it.getValue().origin(), "weight " + weight + " is not in 1 to 100");
      }
      sum += weight;
      place(it.getKey(), to, it.getValue().origin(), found);
    }
    if (sum != 100) {
      found.say(distribute.origin(), "the weights are " + sum + " in all, not 100");
    }
  }

  private static void place(String locality, Set<String> seen, Origin place, Findings found) {
    String fault = LocalityText.fault(locality, seen);
    if (!fault.isEmpty()) {
      found.say(place, "`" + locality + "` is no locality: " + fault);
    }
  }

  private static void failover(LoadBalancer.Failover failover, Findings found) {
    String from = Written.text(failover.from());
    String to = Written.text(failover.to());
    if (from.equals(to)) {
      found.say(failover.origin(), "traffic of region `" + from + "` fails over to itself");
    }
    if (from.indexOf('/') >= 0 || to.indexOf('/') >= 0) {
      found.say(failover.origin(), "traffic fails over from region to region, and zones are none");
    }
    if (from.indexOf('*') >= 0 || to.indexOf('*') >= 0) {
      found.say(failover.origin(), "`*` is no region");
    }
  }

  private static void topology(List<At<String>> priority, String because, Findings found) {
    for (At<String> label : priority) {
      if (TOPOLOGY.contains(label.value())) {
        found.say(
            label.origin(),
            "label `" + label.value() + "` has no place in `failoverPriority`: " + because);
      }
    }
  }
}
