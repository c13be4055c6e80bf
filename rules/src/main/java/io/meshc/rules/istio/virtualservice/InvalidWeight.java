package io.meshc.rules.istio.virtualservice;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Weights of a route send requests nowhere. Page, examples, tests: InvalidWeight.md, beside this file.
public final class InvalidWeight implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0156", "invalid-weight", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    Predicate<VirtualService.RouteDestination> broken =
        to -> {
          String weight = to.origin().path() + ".weight";
          return input.problems(it.meta().id()).stream()
              .anyMatch(problem -> problem.origin().path().equals(weight));
        };
    it.http().forEach(route -> check(route.route(), broken, found));
    it.tls().forEach(route -> check(route.route(), broken, found));
    it.tcp().forEach(route -> check(route.route(), broken, found));
    return found.stream();
  }

  private static void check(
      List<VirtualService.RouteDestination> destinations,
      Predicate<VirtualService.RouteDestination> broken,
      Findings found) {
    long sum = 0;
    for (VirtualService.RouteDestination it : destinations) {
      long weight = Written.number(it.weight());
      if (weight < 0) {
        found.say(it.weight().get().origin(), "weight " + weight + " is negative");
      }
      sum += weight;
    }
    if (destinations.size() > 1 && sum == 0 && destinations.stream().noneMatch(broken)) {
      found.say(destinations.getFirst().origin(), "the weights of the route are 0 in all");
    }
  }
}
