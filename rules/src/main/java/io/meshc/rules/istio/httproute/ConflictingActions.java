package io.meshc.rules.istio.httproute;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// A route of HTTP does nothing with a request, or several things that exclude each other. Page, examples, tests: ConflictingActions.md, beside this file.
public final class ConflictingActions implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0137", "conflicting-actions", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    boolean isDelegate = it.hosts().isEmpty();
    for (HttpRoute route : it.http()) {
      if (route.mirror().isPresent() && !route.mirrors().isEmpty()) {
        found.say(route.mirror().get().origin(), "`mirror` stands beside `mirrors`");
      }
      if (route.delegate().isPresent() && !isDelegate) {
        root(route, found);
      } else {
        leaf(route, found);
      }
    }
    return found.stream();
  }

  private static void root(HttpRoute route, Findings found) {
    if (route.redirect().isPresent()) {
      found.say(route.redirect().get().origin(), "the route redirects and delegates");
    }
    if (!route.route().isEmpty()) {
      found.say(route.route().getFirst().origin(), "the route has destinations and delegates");
    }
  }

  private static void leaf(HttpRoute route, Findings found) {
    Optional<Origin> destination =
        route.route().isEmpty() ? Optional.empty() : Optional.of(route.route().getFirst().origin());
    Optional<Origin> fault = route.fault().map(HttpRoute.Fault::origin);
    Optional<Origin> rewrite = route.rewrite().map(HttpRoute.Rewrite::origin);
    Optional<Origin> answer = route.directResponse().map(HttpRoute.DirectResponse::origin);
    if (route.redirect().isPresent()) {
      beside("redirects", "destinations", destination, found);
      beside("redirects", "a fault", fault, found);
      beside("redirects", "a rewrite", rewrite, found);
      beside("redirects", "an answer of its own", answer, found);
    } else if (answer.isPresent()) {
      beside("answers by itself", "destinations", destination, found);
      beside("answers by itself", "a fault", fault, found);
      beside("answers by itself", "a rewrite", rewrite, found);
    } else if (destination.isEmpty()) {
      found.say(route.origin(), "the route has none of `route`, `redirect` and `directResponse`");
    }
  }

  private static void beside(String does, String other, Optional<Origin> place, Findings found) {
    place.ifPresent(it -> found.say(it, "the route " + does + " and has " + other));
  }
}
