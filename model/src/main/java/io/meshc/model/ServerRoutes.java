package io.meshc.model;

import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Match;
import io.meshc.model.match.PlainRegex;
import io.meshc.model.match.TextPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The rules that allow at a workload, as the routes of its proxy: those that ask the same of a request make one route, which
/// lets in the clients of all of them. Ports are asked of the connection, before there is a route.
public final class ServerRoutes {
  private ServerRoutes() {}

  /// @param match what it asks of a request
  /// @param clients whom it lets in
  /// @param grants the rules it is made of, at least one
  public record ServerRoute(Match match, Match clients, List<Grant> grants) {
    public ServerRoute {
      grants = List.copyOf(grants);
    }
  }

  public record Grant(Authorization policy, Authorization.Rule rule) {}

  /// The routes in the order of the policies, which is none that the mesh keeps.
  public static List<ServerRoute> of(List<Authorization> policies) {
    Map<Set<Match>, List<Grant>> byMatch = new LinkedHashMap<>();
    for (Authorization policy : policies) {
      for (Authorization.Rule rule : policy.rules()) {
        if (policy.effect() == Authorization.Effect.ALLOW) {
          byMatch
              .computeIfAbsent(asked(rule.requests().value()), _ -> new ArrayList<>())
              .add(new Grant(policy, rule));
        }
      }
    }
    return byMatch.entrySet().stream()
        .map(it ->
            new ServerRoute(
                Match.all(List.copyOf(it.getKey())), clients(it.getValue()), it.getValue()))
        .toList();
  }

  /// A route that may come first for a request, and does not surely let its client in.
  public static Optional<Grant> rival(List<Authorization> policies, Request request) {
    return of(policies).stream()
        .filter(it -> !it.match().covers(request).isNo())
        .filter(it -> !it.clients().covers(request).isYes())
        .map(it -> it.grants().getFirst())
        .findFirst();
  }

  private static Match clients(List<Grant> grants) {
    return Match.oneOf(grants.stream().map(it -> it.rule().clients().value()).toList());
  }

  private static Set<Match> asked(Match requests) {
    return Alternatives.parts(requests).stream()
        .filter(it -> !isPort(it) && !isAnyPath(it))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean isPort(Match part) {
    return part instanceof Match.OnServicePort
        || part instanceof Match.OnWorkloadPort
        || (part instanceof Match.OneOf(var of) && of.stream().allMatch(ServerRoutes::isPort));
  }

  private static boolean isAnyPath(Match part) {
    return part instanceof Match.OnPath(var path)
        && PlainRegex.simplest(path) instanceof TextPattern.Anything;
  }
}
