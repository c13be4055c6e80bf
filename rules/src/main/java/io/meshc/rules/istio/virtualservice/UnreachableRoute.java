package io.meshc.rules.istio.virtualservice;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// No request comes as far as a route. Page, examples, tests: UnreachableRoute.md, beside this file.
public final class UnreachableRoute implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0140", "unreachable-route", Category.INVALID, Severity.WARNING, "0.1")
        .alsoKnownAs("IST0130");
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    var http = new RouteOrder(found);
    for (HttpRoute route : it.http()) {
      http.route(route.origin(), route.match().stream().map(MatchKey::of).toList());
    }
    var tls = new RouteOrder(found);
    for (VirtualService.TlsRoute route : it.tls()) {
      tls.route(route.origin(), route.match().stream().map(MatchKey::of).toList());
    }
    var tcp = new RouteOrder(found);
    for (VirtualService.TcpRoute route : it.tcp()) {
      tcp.route(route.origin(), route.match().stream().map(MatchKey::of).toList());
    }
    return found.stream();
  }

  /// The routes of one protocol, in order.
  private static final class RouteOrder {
    private final Findings found;
    private final Map<String, Origin> seen = new HashMap<>();
    private Optional<Origin> everything = Optional.empty();

    RouteOrder(Findings found) {
      this.found = found;
    }

    /// @param matches none for every request
    void route(Origin place, List<String> matches) {
      if (everything.isPresent()) {
        found.say(
            place, "no request comes as far as this route", everything.get(), "takes all of them");
        return;
      }
      if (matches.isEmpty()) {
        everything = Optional.of(place);
        return;
      }
      Optional<Origin> first = Optional.empty();
      int taken = 0;
      for (String match : matches) {
        Origin earlier = seen.putIfAbsent(match, place);
        if (earlier != null) {
          taken++;
          first = Optional.of(earlier);
        }
      }
      if (taken == matches.size()) {
        found.say(
            place,
            "no request comes as far as this route: earlier ones have all of its matches",
            first.get(),
            "an earlier one");
      }
    }
  }
}
