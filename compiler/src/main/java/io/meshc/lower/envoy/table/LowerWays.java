package io.meshc.lower.envoy.table;

import io.meshc.dialect.envoy.http.FilterConfig;
import io.meshc.dialect.envoy.rbac.Permission;
import io.meshc.dialect.envoy.rbac.Principal;
import io.meshc.dialect.envoy.rbac.Rules;
import io.meshc.dialect.envoy.route.Action;
import io.meshc.dialect.envoy.route.Route;
import io.meshc.dialect.envoy.route.RouteMatch;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.lower.envoy.policy.Facts;
import io.meshc.lower.envoy.policy.Settle;
import io.meshc.lower.envoy.policy.Settle.Settled;
import io.meshc.lower.envoy.proxy.Losses;
import io.meshc.lower.envoy.proxy.Ranked;
import io.meshc.lower.envoy.proxy.Sentry;
import io.meshc.lower.envoy.route.LowerRouteMatch;
import io.meshc.lower.envoy.route.WayIn;
import io.meshc.model.Scope;
import io.meshc.model.match.Match;
import io.meshc.model.server.Grant;
import io.meshc.model.server.RankedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The ways in at a port → routes, each with its own rules of who may go it. What no way covers is answered 404.
public final class LowerWays {
  private static final Rules EVERYBODY = everybody();
  private final Sentry sentry;
  private final Facts facts;
  private final Losses losses;
  private final LowerGrants grants;
  private final Action forward;

  /// @param forward to the application
  public LowerWays(Sentry sentry, Facts facts, Losses losses, Action forward) {
    this.sentry = sentry;
    this.facts = facts;
    this.losses = losses;
    this.grants = new LowerGrants(sentry, facts, losses);
    this.forward = forward;
  }

  public List<Route> routes() {
    var routes = new ArrayList<Route>();
    for (RankedRule rule : sentry.routes()) {
      for (Ranked.Tie tie : Ranked.ties(rule, sentry.routes())) {
        routes.addAll(tied(tie));
      }
      routes.addAll(way(rule));
    }
    routes.add(route(RouteMatch.ALL, new Action.Respond(404, Optional.empty()), EVERYBODY));
    return routes;
  }

  private List<Route> way(RankedRule rule) {
    Match match = rule.rule().match().value();
    Settled least = Settle.least(match, facts, LowerRouteMatch::unsaid);
    Rules allowed = grants.rules(granted(rule));
    Action action = WayIn.action(rule.rule(), forward);
    var routes = new ArrayList<Route>();
    matches(least.match())
        .forEach(it -> routes.add(WayIn.edited(route(it, action, allowed), rule.rule())));
    if (!least.doubts().isEmpty()) {
      Settled most = Settle.most(match, facts, LowerRouteMatch::unsaid);
      losses.add(unclear(rule, match, least.doubts().getFirst()));
      matches(most.match()).forEach(it -> routes.add(route(it, forward, nobody())));
    }
    return routes;
  }

  private List<Grant> granted(RankedRule rule) {
    var all = new ArrayList<>(rule.grants());
    all.addAll(sentry.grants());
    return all;
  }

  /// Only whom both let in comes in.
  private List<Route> tied(Ranked.Tie tie) {
    Rules first = grants.rules(granted(tie.first()));
    Rules other = grants.rules(granted(tie.other()));
    boolean same =
        first.equals(other)
            && WayIn.action(tie.first().rule(), forward)
                .equals(WayIn.action(tie.other().rule(), forward));
    Settled both = Settle.least(tie.both(), facts, LowerRouteMatch::unsaid);
    if (same || both.match() instanceof Match.None) {
      return List.of();
    }
    losses.add(unclear(tie.other(), tie.both(), tie.because()));
    Rules allowed = both(first, other);
    return matches(both.match()).stream().map(it -> route(it, forward, allowed)).toList();
  }

  private static Rules both(Rules first, Rules other) {
    if (first.policies().isEmpty() || other.policies().isEmpty()) {
      return nobody();
    }
    var principal = new Principal.And(List.of(any(first), any(other)));
    return rules("both", principal);
  }

  private static Principal any(Rules rules) {
    return new Principal.Or(
        rules.policies().values().stream().flatMap(it -> it.principals().stream()).toList());
  }

  private static List<RouteMatch> matches(Match settled) {
    return settled instanceof Match.None ? List.of() : LowerRouteMatch.of(settled);
  }

  private static Route route(RouteMatch match, Action action, Rules rules) {
    return new Route(
        "",
        match,
        action,
        io.meshc.dialect.envoy.route.HeaderEdits.NONE,
        List.of(new FilterConfig.Rbac(rules)));
  }

  private static Rules everybody() {
    return rules("everybody", new Principal.Any());
  }

  private static Rules nobody() {
    return new Rules(Rules.Action.ALLOW, new TreeMap<>());
  }

  /// What stands before the routes: whatever is no way in is no way in.
  public static Rules shut() {
    return nobody();
  }

  private static Rules rules(String name, Principal principal) {
    SortedMap<String, Rules.Policy> policies = new TreeMap<>();
    policies.put(name, new Rules.Policy(List.of(new Permission.Any()), List.of(principal)));
    return new Rules(Rules.Action.ALLOW, policies);
  }

  private Loss unclear(RankedRule rule, Match requests, String because) {
    return new Loss(
        rule.rule().match().origin(),
        Optional.of(rule.resource()),
        Feature.TABLES.label(),
        Effect.NARROWS_ACCESS,
        Region.at(
            new Scope.InNamespace(sentry.workload().namespace()),
            Match.all(requests, new Match.OnWorkloadPort(sentry.port()))),
        "only what is surely allowed is allowed: " + because,
        "");
  }
}
