package io.meshc.normalize.flagger;

import io.meshc.diag.Problem;
import io.meshc.dialect.flagger.Canary;
import io.meshc.dialect.flagger.Canary.Analysis;
import io.meshc.model.PlaneId;
import io.meshc.model.Route;
import io.meshc.model.Route.Backend;
import io.meshc.model.Route.Layer;
import io.meshc.model.Route.Varies;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Match;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Canary → [Route]: the main Service is shared out among the copy, at rest all of it, and the new version, up to the weight at
/// which it is promoted.
///
/// Source: fluxcd/flagger, pkg/router/smi_v1alpha2.go, pkg/router/istio.go, pkg/controller/scheduler.go (runCanary, runAB,
/// runBlueGreen: a step is added as long as the weight is below the maximum).
final class NormalizeCanary {
  private static final PlaneId SMI = new PlaneId("smi");
  private static final PlaneId ISTIO = new PlaneId("istio");
  private static final PlaneId LINKERD = new PlaneId("linkerd");

  /// They turn an ingress, or move the selector of the main Service at the end: no route within the mesh.
  private static final Set<String> NO_ROUTE =
      Set.of("apisix", "contour", "gloo", "kubernetes", "nginx", "none", "skipper", "traefik");

  private NormalizeCanary() {}

  static void normalize(
      Canary canary,
      Canary.Service service,
      Canary.Target target,
      Ledger ledger,
      List<Problem> problems) {
    String provider = canary.provider().map(At::value).orElse("");
    Optional<List<PlaneId>> planes = planes(provider);
    if (planes.isEmpty()) {
      problems.add(
          new Problem(
                  Problem.Kind.NOT_MODELLED,
                  canary.provider().orElseThrow().origin(),
                  "routes for `" + provider + "` are not understood: they are left out",
                  "")
              .in(canary.meta().id()));
      return;
    }
    for (PlaneId plane : planes.get()) {
      if (plane.equals(ISTIO) && !isInMesh(service)) {
        delegated(canary, service, problems);
      } else {
        ledger.add(route(canary, service, target, plane));
      }
    }
  }

  /// Whose proxies follow the routes. Without a provider it is the one of the installation, whichever mesh that stands in. Empty
  /// for one that is not known.
  private static Optional<List<PlaneId>> planes(String provider) {
    String first = provider.contains(":") ? provider.substring(0, provider.indexOf(':')) : provider;
    if (NO_ROUTE.contains(first)) {
      return Optional.of(List.of());
    }
    return switch (first) {
      case "", "gatewayapi" -> Optional.of(List.of(SMI, ISTIO, LINKERD));
      case "istio" -> Optional.of(List.of(ISTIO));
      case "linkerd" -> Optional.of(List.of(LINKERD));
      case "osm" -> Optional.of(List.of(SMI));
      case "smi" ->
          Optional.of(
              provider.startsWith("smi:istio")
                  ? List.of(ISTIO)
                  : provider.startsWith("smi:linkerd") ? List.of(LINKERD) : List.of(SMI, LINKERD));
      default -> Optional.empty();
    };
  }

  /// "Gateways attached to the generated Istio virtual service. Defaults to the internal mesh gateway".
  private static boolean isInMesh(Canary.Service service) {
    boolean mesh = service.gateways().stream().anyMatch(it -> it.value().equals("mesh"));
    return !service.delegates() && (service.gateways().isEmpty() || mesh);
  }

  private static void delegated(Canary canary, Canary.Service service, List<Problem> problems) {
    if (service.delegates()) {
      problems.add(
          new Problem(
                  Problem.Kind.NOT_MODELLED,
                  canary.meta().origin(),
                  "the route of this Canary is a part of another VirtualService, which is not understood: its weights are left out",
                  "")
              .in(canary.meta().id()));
    }
  }

  private static Route route(
      Canary canary, Canary.Service service, Canary.Target target, PlaneId plane) {
    Names names = Names.of(service, target);
    Origin origin = canary.analysis().map(Analysis::origin).orElse(canary.meta().origin());
    int most = canary.analysis().map(Analysis::most).orElse(0);
    List<Backend> backends =
        List.of(
            backend(canary, names.canary(), 0, 0, most, origin),
            backend(canary, names.primary(), 100, 100 - most, 100, origin));
    return new Route(
        canary.meta().id(),
        plane,
        new ServiceName(canary.meta().namespace(), names.apex()),
        layer(service, plane),
        List.of(new Route.Rule(At.of(match(service, plane), origin), backends)),
        Route.Unmatched.SERVICE,
        canary.meta().origin());
  }

  private static Layer layer(Canary.Service service, PlaneId plane) {
    if (!plane.equals(ISTIO)) {
      return Layer.BOTH;
    }
    boolean tcp =
        service
            .appProtocol()
            .filter(it -> it.value().toLowerCase(Locale.ROOT).equals("tcp"))
            .isPresent();
    return tcp ? Layer.TCP : Layer.HTTP;
  }

  private static Match match(Canary.Service service, PlaneId plane) {
    return service.narrows() && plane.equals(ISTIO)
        ? new Match.Unclear(Match.NONE, Match.ANY, "`service.match` of the Canary is not read")
        : Match.ANY;
  }

  private static Backend backend(
      Canary canary, String name, int now, int least, int most, Origin origin) {
    var service = new ServiceName(canary.meta().namespace(), name);
    Optional<Varies> varies =
        least == most ? Optional.empty() : Optional.of(new Varies(least, most, "Flagger"));
    return new Backend(At.of(service, origin), OptionalInt.empty(), At.of(now, origin), varies);
  }
}
