package io.meshc.normalize.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.gateway.route.BackendRef;
import io.meshc.dialect.gateway.route.Filter;
import io.meshc.dialect.gateway.route.GrpcRoute;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.model.Route;
import io.meshc.model.match.Match;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of a route of requests, each alternative by itself.
public final class RouteRules {
  private final Meta route;
  private final Backends backends;
  private final List<Ranked> all = new ArrayList<>();

  private RouteRules(Meta route, Backends backends) {
    this.route = route;
    this.backends = backends;
  }

  /// @param bound whether they are for a Gateway
  public static List<Ranked> of(HttpRoute route, boolean bound, Environment environment) {
    var rules = new RouteRules(route.meta(), new Backends(route.meta(), bound, environment));
    if (route.unread().isPresent()) {
      return List.of(Ranked.unread(route));
    }
    if (route.rules().isEmpty()) {
      rules.add(Matched.everything(route.meta().origin()), List.of(), List.of());
    }
    for (HttpRoute.Rule rule : route.rules()) {
      if (rule.matches().isEmpty()) {
        rules.add(Matched.everything(rule.origin()), rule.filters(), rule.backendRefs());
      }
      for (HttpRoute.Match match : rule.matches()) {
        rules.add(Matched.of(match), rule.filters(), rule.backendRefs());
      }
    }
    return List.copyOf(rules.all);
  }

  /// @param bound whether they are for a Gateway
  public static List<Ranked> of(GrpcRoute route, boolean bound, Environment environment) {
    var rules = new RouteRules(route.meta(), new Backends(route.meta(), bound, environment));
    if (route.unread().isPresent()) {
      return List.of(Ranked.unread(route));
    }
    for (GrpcRoute.Rule rule : route.rules()) {
      if (rule.matches().isEmpty()) {
        rules.add(Matched.everything(rule.origin()), rule.filters(), rule.backendRefs());
      }
      for (GrpcRoute.Match match : rule.matches()) {
        rules.add(Matched.of(match), rule.filters(), rule.backendRefs());
      }
    }
    return List.copyOf(rules.all);
  }

  private void add(Matched matched, List<Filter> written, List<BackendRef> to) {
    var filters = new Filters(written, matched.prefix(), backends.profile());
    Optional<At<Route.Answer>> answer = filters.answer();
    Origin origin = matched.origin();
    Match match =
        decider(filters, to)
            .<Match>map(it -> new Match.Unclear(Match.NONE, matched.match(), it))
            .orElse(matched.match());
    var rule =
        new Route.Rule(
            At.of(match, origin),
            answer.isPresent() ? List.of() : backends.of(to, matched.prefix(), origin),
            filters.edits(),
            answer,
            Optional.empty(),
            filters.cors(),
            Optional.of(route.id()));
    all.add(new Ranked(route.id(), all.size(), matched.rank(), Ranked.ANY_HOST, rule));
  }

  private Optional<String> decider(Filters filters, List<BackendRef> to) {
    return filters
        .decider()
        .or(() -> filters.answer().isPresent() ? Optional.empty() : backends.decider(to))
        .or(() ->
            to.stream()
                .flatMap(it ->
                    new Filters(it.filters(), Optional.empty(), backends.profile())
                        .decider().stream())
                .findFirst());
  }
}
