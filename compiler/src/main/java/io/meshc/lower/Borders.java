package io.meshc.lower;

import io.meshc.model.Mesh;
import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.model.match.Match;
import io.meshc.model.proxy.Border;
import io.meshc.model.proxy.Border.Bypass;
import io.meshc.model.proxy.Border.Entrance;
import io.meshc.model.proxy.Border.Outlet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What crosses the border of the source mesh → losses for a target that says nothing of it, so that its ports are guarded and its
/// hosts out of reach like all others.
public final class Borders {
  private Borders() {}

  /// @param moves whether a plane moves to the target
  /// @param target as people call it
  public static List<Loss> losses(Mesh mesh, Predicate<PlaneId> moves, String target) {
    Border border = mesh.proxies().border();
    var losses = new ArrayList<Loss>();
    border.entrances().stream()
        .filter(it -> moves.test(it.plane()))
        .forEach(it -> losses.add(entrance(it, target)));
    border.outlets().stream()
        .filter(it -> moves.test(it.plane()))
        .forEach(it -> losses.add(outlet(it, target)));
    border.bypasses().stream()
        .filter(it -> moves.test(it.plane()))
        .forEach(it -> losses.addAll(bypass(it)));
    return losses.stream().distinct().toList();
  }

  private static Loss entrance(Entrance entrance, String target) {
    return new Loss(
        entrance.origin(),
        Optional.of(entrance.resource()),
        Feature.BORDER.label(),
        Effect.NARROWS_ACCESS,
        Region.at(entrance.scope(), new Match.OnWorkloadPort(entrance.port())),
        "port "
            + entrance.port()
            + " takes clients without a proxy, and that is not written for "
            + target
            + ": they are refused",
        "let them come through a gateway of the mesh, or open the port by hand");
  }

  private static Loss outlet(Outlet outlet, String target) {
    return new Loss(
        outlet.origin(),
        Optional.of(outlet.resource()),
        Feature.BORDER.label(),
        Effect.NARROWS_ACCESS,
        Region.NOTHING,
        "hosts outside of the mesh are within reach of some accounts at port "
            + outlet.port()
            + ", and that is not written for "
            + target,
        "open them by hand");
  }

  /// Who was kept out or let in by accident of the way is now judged like everybody else.
  private static List<Loss> bypass(Bypass bypass) {
    List<Match> ports =
        bypass.ports().stream()
            .sorted()
            .<Match>map(it ->
                bypass.way() == Bypass.Way.IN
                    ? new Match.OnWorkloadPort(it)
                    : new Match.OnServicePort(it))
            .toList();
    Scope at = bypass.way() == Bypass.Way.IN ? bypass.scope() : new Scope.Everywhere();
    Region region = Region.at(at, Match.oneOf(ports));
    return List.of(
        bypass(bypass, Effect.NARROWS_ACCESS, region),
        bypass(bypass, Effect.WIDENS_ACCESS, region));
  }

  private static Loss bypass(Bypass bypass, Effect effect, Region region) {
    String what =
        effect == Effect.NARROWS_ACCESS
            ? "what goes past the proxies at these ports goes through them"
            : "what comes through the proxies at these ports is understood again at the other end";
    return new Loss(
        bypass.origin(),
        Optional.of(bypass.resource()),
        Feature.BORDER.label(),
        effect,
        region,
        what,
        "exclude the ports by hand to keep it");
  }
}
