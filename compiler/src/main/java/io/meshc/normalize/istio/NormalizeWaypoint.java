package io.meshc.normalize.istio;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resources;
import io.meshc.dialect.gateway.Gateway;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.model.Identity;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Waypoints, and the labels by which Services and namespaces say that one stands before them. A waypoint runs as an account of
/// its own name.
///
/// Source: istio.io, "Configure waypoint proxies".
final class NormalizeWaypoint {
  private static final String USE = "istio.io/use-waypoint";
  private static final String USE_NAMESPACE = "istio.io/use-waypoint-namespace";
  private static final String FOR = "istio.io/waypoint-for";

  private NormalizeWaypoint() {}

  static void normalize(Resources resources, IstioPlane plane, Ledger ledger) {
    for (Gateway it : resources.of(Gateway.class)) {
      if (!GatewayApi.className(it).equals(GatewayApi.WAYPOINT)) {
        continue;
      }
      At<String> traffic = it.meta().labels().get(FOR);
      boolean services = traffic == null || Set.of("service", "all").contains(traffic.value());
      ledger.add(
          new io.meshc.model.proxy.Waypoint(
              it.meta().id(),
              IstioPlane.ID,
              new Identity(plane.trustDomain(), it.meta().namespace(), it.meta().name()),
              GatewayApi.WAYPOINT,
              services,
              it.meta().origin()));
    }
    for (NamespaceObject it : resources.of(NamespaceObject.class)) {
      use(it.meta(), it.meta().name(), Optional.empty(), ledger);
    }
    for (ServiceObject it : resources.of(ServiceObject.class)) {
      use(it.meta(), it.meta().namespace(), Optional.of(it.meta().name()), ledger);
    }
  }

  private static void use(Meta meta, String namespace, Optional<String> service, Ledger ledger) {
    Map<String, At<String>> labels = meta.labels();
    At<String> named = labels.get(USE);
    if (named != null) {
      At<String> elsewhere = labels.get(USE_NAMESPACE);
      String home = elsewhere == null ? namespace : elsewhere.value();
      Optional<String> waypoint =
          named.value().equals("none") ? Optional.empty() : Optional.of(home + "/" + named.value());
      ledger.add(
          new io.meshc.model.proxy.Waypoint.Use(namespace, service, waypoint, named.origin()));
    }
  }
}
