package io.meshc.lower.istio;

import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.RenderVirtualService;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.dialect.istio.routing.VirtualService.TcpRoute;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Output;
import io.meshc.lower.Output.Created;
import io.meshc.lower.Output.ObjectEdit;
import io.meshc.lower.Region;
import io.meshc.model.Route;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Match;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Routes → VirtualServices: one for each source object and Service, with routes for each port of the Service, since backends
/// take requests at the port that the client called.
final class LowerRoute {
  private static final String GROUP = "networking.istio.io";
  private static final String KIND = "VirtualService";

  private LowerRoute() {}

  private record Key(ResourceId resource, ServiceName service) {}

  static Lowered<Output> lower(Translation translation) {
    var byKey = new LinkedHashMap<Key, List<Route>>();
    for (Route route : translation.mesh().routes()) {
      if (translation.moves(route.plane())) {
        byKey
            .computeIfAbsent(new Key(route.resource(), route.service()), _ -> new ArrayList<>())
            .add(route);
      }
    }
    var created = new ArrayList<Created>();
    var losses = new ArrayList<Loss>();
    var routed = new HashMap<ServiceName, ResourceId>();
    for (Route route : translation.mesh().routes()) {
      if (!translation.moves(route.plane())) {
        routed.putIfAbsent(route.service(), route.resource());
      }
    }
    var edits = new ArrayList<ObjectEdit>();
    for (Map.Entry<Key, List<Route>> entry : byKey.entrySet()) {
      Key key = entry.getKey();
      if (entry.getValue().stream().anyMatch(LowerRoute::moves)) {
        moving(key, entry.getValue().getFirst(), edits, losses);
        continue;
      }
      ResourceId first = routed.putIfAbsent(key.service(), key.resource());
      if (first == null) {
        lower(key, entry.getValue(), translation, created, losses);
      } else {
        losses.add(second(first, key, entry.getValue().getFirst()));
      }
    }
    return new Lowered<>(Output.join(List.of(Output.of(created), Output.edits(edits))), losses);
  }

  /// Whether a controller makes the route, with weights or without.
  private static boolean moves(Route route) {
    return isCanary(route.resource()) || route.rules().stream().anyMatch(Route.Rule::varies);
  }

  private static boolean isCanary(ResourceId resource) {
    return resource.group().equals("flagger.app") && resource.kind().equals("Canary");
  }

  /// Flagger makes the VirtualService itself, once it is told to. Weights that stand still would be those of one moment.
  private static void moving(Key key, Route route, List<ObjectEdit> edits, List<Loss> losses) {
    if (isCanary(key.resource())) {
      edits.add(
          new ObjectEdit.Set(
              key.resource(),
              List.of("spec", "provider"),
              "istio",
              "Flagger makes the routes of the Canary, and Istio reads those that it makes for"
                  + " Istio"));
      return;
    }
    // A route of Istio's own stays as it is written: its controller finds it by its name.
    if (route.plane().equals(Translation.TARGET)) {
      return;
    }
    losses.add(
        new Loss(
            route.origin(),
            Optional.of(key.resource()),
            Feature.ROUTE_WEIGHTS.label(),
            Effect.CHANGES_ROUTING,
            Region.to(key.service(), Match.ANY),
            "`"
                + key.resource().label()
                + "` moves the weights of Service `"
                + key.service().label()
                + "` over time, for a mesh that is not Istio",
            "let its `trafficRouting` name Istio and a VirtualService"));
  }

  /// Of two VirtualServices for one host the mesh ignores one, by their age (measured); so only one is written.
  private static Loss second(ResourceId first, Key key, Route route) {
    return new Loss(
        route.origin(),
        Optional.of(key.resource()),
        Feature.ROUTE_WEIGHTS.label(),
        Effect.CHANGES_ROUTING,
        Region.to(key.service(), Match.ANY),
        "`"
            + first.label()
            + "` routes Service `"
            + key.service().label()
            + "` already, and Istio takes one VirtualService for a host",
        "keep one of them");
  }

  private static void lower(
      Key key,
      List<Route> routes,
      Translation translation,
      List<Created> created,
      List<Loss> losses) {
    var http = new ArrayList<HttpRoute>();
    var tcp = new ArrayList<TcpRoute>();
    for (Route route : routes) {
      var onPorts = new RoutesOnPorts(route, translation);
      onPorts.run();
      http.addAll(onPorts.http());
      tcp.addAll(onPorts.tcp());
      losses.addAll(onPorts.losses());
    }
    if (http.isEmpty() && tcp.isEmpty()) {
      return;
    }
    String namespace = key.service().namespace();
    String name = translation.names().give(GROUP, KIND, namespace, key.resource().name());
    Meta meta = Translation.networking(KIND, namespace, name);
    String host = key.service().host(translation.mesh().assumptions().clusterDomain());
    var written = VirtualService.of(meta, List.of(Translation.at(host)), http, tcp);
    var from = new ArrayList<Origin>();
    for (Route route : routes) {
      from.add(route.origin());
      route.rules().forEach(it -> from.add(it.match().origin()));
    }
    created.add(Translation.created(meta, RenderVirtualService.render(written), from));
  }
}
