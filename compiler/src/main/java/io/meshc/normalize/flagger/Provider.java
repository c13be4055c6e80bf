package io.meshc.normalize.flagger;

import io.meshc.dialect.flagger.Canary;
import io.meshc.model.PlaneId;
import io.meshc.source.At;
import java.util.List;
import java.util.Set;

/// Whose routes Flagger makes for a Canary, by `spec.provider`: a name, and a version behind a colon.
///
/// Source: fluxcd/flagger, pkg/router/factory.go.
enum Provider {
  /// HTTPRoutes, which whoever implements the Gateway API reads.
  GATEWAY_API,
  /// Objects of a mesh that meshc reads; see [#planes].
  MESH,
  /// An ingress outside of the mesh, or none at all: no route within it.
  INGRESS,
  /// Objects of a mesh that meshc does not read.
  UNREAD;

  private static final PlaneId SMI = new PlaneId("smi");
  private static final PlaneId ISTIO = new PlaneId("istio");
  private static final PlaneId LINKERD = new PlaneId("linkerd");

  private static final Set<String> INGRESSES =
      Set.of("apisix", "contour", "gloo", "kubernetes", "nginx", "none", "skipper", "traefik");
  private static final Set<String> MESHES = Set.of("istio", "linkerd", "osm", "smi");

  /// Without a provider it is that of the installation; a Canary that names parents of an HTTPRoute says which.
  static Provider of(Canary canary, Canary.Service service) {
    String name = name(canary);
    if (name.equals("gatewayapi") || (name.isEmpty() && !service.gatewayRefs().isEmpty())) {
      return GATEWAY_API;
    }
    if (name.isEmpty() || MESHES.contains(name)) {
      return MESH;
    }
    return INGRESSES.contains(name) ? INGRESS : UNREAD;
  }

  /// The meshes whose proxies follow the routes, where there is one of them.
  static List<PlaneId> planes(Canary canary) {
    String whole = canary.provider().map(At::value).orElse("");
    return switch (name(canary)) {
      case "istio" -> List.of(ISTIO);
      case "linkerd" -> List.of(LINKERD);
      case "osm" -> List.of(SMI);
      case "smi" ->
          whole.startsWith("smi:istio")
              ? List.of(ISTIO)
              : whole.startsWith("smi:linkerd") ? List.of(LINKERD) : List.of(SMI, LINKERD);
      default -> List.of(SMI, ISTIO, LINKERD);
    };
  }

  private static String name(Canary canary) {
    String provider = canary.provider().map(At::value).orElse("");
    int colon = provider.indexOf(':');
    return colon < 0 ? provider : provider.substring(0, colon);
  }
}
