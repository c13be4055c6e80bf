package io.meshc.lower.istio;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Output;
import io.meshc.lower.Region;
import io.meshc.model.Authorization;
import io.meshc.model.Plane;
import io.meshc.model.Scope;
import io.meshc.model.ServerRoutes;
import io.meshc.model.ServerRoutes.Grant;
import io.meshc.model.ServerRoutes.ServerRoute;
import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Disjoint;
import io.meshc.model.match.Match;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Overlapping routes for different clients, of which the source mesh takes whichever comes first → Istio's sum of all
/// policies. It grants nobody what no policy grants, but what was refused by chance passes: the user has to say so.
final class LowerOverlap {
  private LowerOverlap() {}

  static Lowered<Output> lower(Translation translation) {
    var losses = new ArrayList<Loss>();
    for (Plane plane : translation.planes()) {
      if (plane.overlap() == Plane.Overlap.ANY_FIRST && translation.movesIn(plane.id())) {
        Map<Scope, List<Authorization>> byScope =
            translation.mesh().authorizations().stream()
                .filter(it -> it.plane().equals(plane.id()))
                .collect(groupingBy(Authorization::scope, LinkedHashMap::new, toList()));
        byScope.forEach((scope, policies) -> losses.addAll(losses(scope, policies)));
      }
    }
    return new Lowered<>(Output.NONE, losses);
  }

  /// Two policies between which there is at least one such request.
  private record Pair(Authorization granting, Authorization other) {}

  private static List<Loss> losses(Scope scope, List<Authorization> policies) {
    List<ServerRoute> routes = ServerRoutes.of(policies);
    var regions = new LinkedHashMap<Pair, List<Match>>();
    for (ServerRoute route : routes) {
      for (ServerRoute other : routes) {
        List<Match> refused = refused(route, other);
        if (!refused.isEmpty() && !Disjoint.surely(route.match(), other.match())) {
          var pair = new Pair(grantTo(refused, route).policy(), other.grants().getFirst().policy());
          regions
              .computeIfAbsent(pair, _ -> new ArrayList<>())
              .add(Match.all(route.match(), other.match(), Match.oneOf(refused)));
        }
      }
    }
    return regions.entrySet().stream()
        .map(it -> loss(it.getKey(), Region.at(scope, Match.oneOf(it.getValue()))))
        .toList();
  }

  /// Clients of the one route whom the other does not let in.
  private static List<Match> refused(ServerRoute route, ServerRoute other) {
    List<Match> letIn = Alternatives.of(other.clients());
    return letIn.contains(Match.ANY)
        ? List.of()
        : Alternatives.of(route.clients()).stream().filter(it -> !letIn.contains(it)).toList();
  }

  private static Grant grantTo(List<Match> clients, ServerRoute route) {
    return route.grants().stream()
        .filter(it ->
            Alternatives.of(it.rule().clients().value()).stream().anyMatch(clients::contains))
        .findFirst()
        .orElseThrow();
  }

  private static Loss loss(Pair pair, Region region) {
    return new Loss(
        pair.granting().origin(),
        Optional.of(pair.granting().resource()),
        Feature.OVERLAP.label(),
        Effect.WIDENS_ACCESS,
        region,
        "a match of `"
            + pair.other().resource().label()
            + "` may cover the same requests for other clients: the source mesh goes by the match that"
            + " comes first, which is not defined, and Istio grants what either grants",
        "grant both by the same match, make the matches disjoint, or take the sum of both by"
            + " `--accept widens-access`");
  }
}
