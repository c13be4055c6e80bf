package io.meshc.lower;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.meshc.model.Authorization;
import io.meshc.model.Mesh;
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

/// Overlapping routes for different clients, of which the source mesh takes whichever comes first → losses for a target that
/// adds up what policies grant. It grants nobody what no policy grants, but what was refused by chance passes: the user has to
/// say so.
public final class Overlaps {
  private Overlaps() {}

  /// @param plane that moves to the target
  /// @param target as people call it
  public static List<Loss> losses(Mesh mesh, Plane plane, String target) {
    if (plane.overlap() == Plane.Overlap.SUM) {
      return List.of();
    }
    Map<Scope, List<Authorization>> byScope =
        mesh.authorizations().stream()
            .filter(it -> it.plane().equals(plane.id()))
            .collect(groupingBy(Authorization::scope, LinkedHashMap::new, toList()));
    var losses = new ArrayList<Loss>();
    byScope.forEach((scope, policies) -> losses.addAll(losses(scope, policies, target)));
    return losses;
  }

  /// Two policies between which there is at least one such request.
  private record Pair(Authorization granting, Authorization other) {}

  private static List<Loss> losses(Scope scope, List<Authorization> policies, String target) {
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
        .map(it -> loss(it.getKey(), Region.at(scope, Match.oneOf(it.getValue())), target))
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
        .filter(
            it -> Alternatives.of(it.rule().clients().value()).stream().anyMatch(clients::contains))
        .findFirst()
        .orElseThrow();
  }

  private static Loss loss(Pair pair, Region region, String target) {
    return new Loss(
        pair.granting().origin(),
        Optional.of(pair.granting().resource()),
        Feature.OVERLAP.label(),
        Effect.WIDENS_ACCESS,
        region,
        "a match of `"
            + pair.other().resource().label()
            + "` may cover the same requests for other clients: the source mesh goes by the match that"
            + " comes first, which is not defined, and "
            + target
            + " grants what either grants",
        "grant both by the same match, make the matches disjoint, or take the sum of both by"
            + " `--accept widens-access`");
  }
}
