package io.meshc.rules.istio.virtualservice;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Destinations;
import io.meshc.rules.istio.Findings;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A destination is no host, subset or port. Page, examples, tests: InvalidDestination.md, beside this file.
public final class InvalidDestination implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0155", "invalid-destination", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    for (HttpRoute route : it.http()) {
      route.route().forEach(destination -> check(destination, found));
      route.mirror().ifPresent(destination -> Destinations.check(destination, found));
      route
          .mirrors()
          .forEach(mirror ->
              mirror
                  .destination()
                  .ifPresent(destination -> Destinations.check(destination, found)));
    }
    it.tls().forEach(route -> route.route().forEach(destination -> check(destination, found)));
    it.tcp().forEach(route -> route.route().forEach(destination -> check(destination, found)));
    return found.stream();
  }

  private static void check(VirtualService.RouteDestination destination, Findings found) {
    destination.destination().ifPresent(it -> Destinations.check(it, found));
  }
}
