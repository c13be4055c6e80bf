package io.meshc.lower.envoy;

import io.meshc.lower.Effect;
import io.meshc.lower.ExtensionLosses;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Overlaps;
import io.meshc.lower.Region;
import io.meshc.lower.envoy.placement.Placement.Spot;
import io.meshc.lower.envoy.proxy.Fleet;
import io.meshc.model.Extension;
import io.meshc.model.Mesh;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Route;
import io.meshc.model.Service;
import io.meshc.model.match.Match;
import io.meshc.model.proxy.Waypoint;
import io.meshc.source.Origin;
import java.util.HashSet;
import java.util.Optional;

/// What no Envoy is told: each a loss.
final class Unsaid {
  private final Fleet fleet;

  private Unsaid(Fleet fleet) {
    this.fleet = fleet;
  }

  static void in(Fleet fleet) {
    var unsaid = new Unsaid(fleet);
    Mesh mesh = fleet.mesh();
    for (Plane plane : mesh.planes()) {
      if (!plane.id().equals(PlaneId.CLUSTER)) {
        unsaid.plane(plane);
        fleet.losses().addAll(Overlaps.losses(mesh, plane, "Envoy"));
      }
    }
    fleet.losses().addAll(TableUnsaid.losses(mesh));
    mesh.extensions().stream()
        .filter(it -> !it.plane().equals(PlaneId.CLUSTER))
        // The model carries how much there may be: its limits and loads are written.
        .filter(it -> it.touches() != Extension.Touches.LOAD)
        .forEach(it -> fleet.losses().add(ExtensionLosses.of(it, "Envoy")));
    mesh.routes().forEach(unsaid::moving);
    mesh.proxies().waypoints().forEach(unsaid::waypoint);
    unsaid.unknown();
  }

  /// What the user names and the input does not have.
  private void unknown() {
    var known = new HashSet<String>();
    fleet.mesh().workloads().forEach(it -> known.add(it.label()));
    for (Spot spot : fleet.options().placement().workloads()) {
      String label = spot.namespace() + "/" + spot.name();
      if (!known.contains(label)) {
        String what = "the placement is for `" + label + "`, which is no workload of the input";
        fleet.losses().add(unused(spot.origin(), Effect.COSMETIC, what));
      }
    }
    fleet.options().only().stream()
        .filter(it -> fleet.all().stream().noneMatch(at -> at.workload().label().equals(it)))
        .sorted()
        .map(it -> "no workload `" + it + "` with a proxy is in the input")
        .forEach(it -> fleet.losses().add(unused(Origin.none(), Effect.NARROWS_ACCESS, it)));
  }

  private static Loss unused(Origin origin, Effect effect, String what) {
    return new Loss(
        origin, Optional.empty(), Feature.MEMBERSHIP.label(), effect, Region.NOTHING, what, "");
  }

  private void plane(Plane plane) {
    answer(plane);
    unshown(plane);
    if (fleet.options().hardens()) {
      add(
          plane,
          Feature.HARDENING,
          Effect.NARROWS_ACCESS,
          Region.requests(Match.ANY),
          "paths are made plain before they are matched, and those that may be read in two ways"
              + " are refused",
          "without `--harden` paths are read as the source mesh does");
    }
  }

  /// The status that whoever is refused sees.
  private void answer(Plane plane) {
    if (plane.addressing() == Plane.Addressing.TABLE) {
      add(
          plane,
          Feature.DENIAL_ANSWER,
          Effect.CHANGES_ANSWER,
          Region.NOTHING,
          "whom no port of a workload lets in gets 403, also where the answer was 404",
          "");
    }
    if (plane.posture() != Plane.Posture.OPEN && plane.denial() == Plane.Denial.BY_ROUTE) {
      add(
          plane,
          Feature.DENIAL_ANSWER,
          Effect.CHANGES_ANSWER,
          Region.NOTHING,
          "denied HTTP requests get 403, also where the answer was 404 or a closed connection",
          "");
    }
  }

  private void unshown(Plane plane) {
    if (plane.posture() == Plane.Posture.UNKNOWN) {
      add(
          plane,
          Feature.UNKNOWN_DEFAULT,
          Effect.NARROWS_ACCESS,
          Region.requests(Match.ANY),
          "the repo does not show whether the mesh lets through what no policy mentions: it is"
              + " denied",
          "say so by `--osm-permissive=true` or `--osm-permissive=false`");
    }
    if (plane.endpoints() != Plane.Endpoints.ALL
        && plane.egress() == Plane.Egress.UNKNOWN
        && fleet.mesh().services().stream().anyMatch(it -> isOutside(it, plane))) {
      add(
          plane,
          Feature.EGRESS,
          Effect.NARROWS_ACCESS,
          Region.requests(Match.ANY),
          "the repo does not show whether the mesh lets anything out: Services outside of it are"
              + " out of reach",
          "write `traffic.enableEgress` in its MeshConfig");
    }
  }

  private boolean isOutside(Service service, Plane plane) {
    return service.addresses().stream().anyMatch(it -> !it.isHidden())
        || service.endpoints().stream()
            .anyMatch(it -> fleet.plane(it).filter(own -> own.id().equals(plane.id())).isEmpty());
  }

  /// Files do not move weights.
  private void moving(Route route) {
    for (Route.Rule rule : route.rules()) {
      for (Route.Backend it : rule.backends()) {
        it.varies()
            .ifPresent(varies ->
                fleet
                    .losses()
                    .add(
                        new Loss(
                            it.weight().origin(),
                            Optional.of(route.resource()),
                            Feature.ROUTE_WEIGHTS.label(),
                            Effect.CHANGES_ROUTING,
                            Region.to(route.service(), rule.match().value()),
                            varies.by()
                                + " moves the weight of `"
                                + it.service().value().label()
                                + "`, and what is written stays as it is",
                            "translate again at each step")));
      }
    }
  }

  private void waypoint(Waypoint waypoint) {
    fleet
        .losses()
        .add(
            new Loss(
                waypoint.origin(),
                Optional.of(waypoint.resource()),
                Feature.MEMBERSHIP.label(),
                Effect.WIDENS_ACCESS,
                Region.requests(Match.ANY),
                "no Envoy stands before Services: what holds at the waypoint is not carried over",
                "say it of the workloads"));
  }

  private void add(
      Plane plane, Feature feature, Effect effect, Region region, String what, String help) {
    fleet
        .losses()
        .add(
            new Loss(
                plane.origin(), Optional.empty(), feature.label(), effect, region, what, help));
  }
}
