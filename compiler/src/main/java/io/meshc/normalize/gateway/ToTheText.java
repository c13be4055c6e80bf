package io.meshc.normalize.gateway;

import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.gateway.Gateway;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.model.LoadBalancing;
import io.meshc.model.Membership;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.PortReading;
import io.meshc.model.Protocol;
import io.meshc.model.Scope;
import io.meshc.model.match.PathNormalization;
import io.meshc.normalize.Declarations.Enrolment;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Settings;
import io.meshc.normalize.Settings.GatewayProfile;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The Gateway API where no mesh reads it in its own way: an implementation that does what the text says. It guards nothing, since the
/// API has no policies, and all workloads are taken to be in it.
///
/// Gateways beside Linkerd, which has none of its own, are such implementations too, within its mesh.
final class ToTheText {
  private static final PlaneId ISTIO = new PlaneId("istio");
  private static final PlaneId LINKERD = new PlaneId("linkerd");
  static final PlaneId OWN = new PlaneId("gateway-api");

  private ToTheText() {}

  static void normalize(Resources resources, Settings settings, Ledger ledger) {
    boolean used =
        !resources.of(Gateway.class).isEmpty()
            || resources.all().stream().anyMatch(Route.class::isInstance);
    Optional<GatewayProfile> said = settings.gateways();
    boolean istio = Shown.istio(resources);
    boolean linkerd = Shown.linkerd(resources);
    if (!used || istio) {
      return;
    }
    boolean closed = settings.assumptions().closed();
    if (linkerd || said.filter(it -> it != GatewayProfile.SPEC).isPresent()) {
      PlaneId mesh = linkerd || said.get() == GatewayProfile.LINKERD ? LINKERD : ISTIO;
      if (!linkerd) {
        enrol(resources, mesh, ledger);
      }
      if (mesh.equals(LINKERD)) {
        beside(new Environment(resources, closed, new ByText(LINKERD)), said, ledger);
      }
      return;
    }
    ledger.add(plane());
    enrol(resources, OWN, ledger);
    var environment = new Environment(resources, closed, new ByText(OWN));
    EdgeRoutes.normalize(environment, ledger);
    MeshRoutes.normalize(environment, ledger);
  }

  /// Linkerd has no Gateways, and reads routes of Services in its own way, unless somebody says that the text counts.
  private static void beside(
      Environment environment, Optional<GatewayProfile> said, Ledger ledger) {
    EdgeRoutes.normalize(environment, ledger);
    if (said.filter(it -> it == GatewayProfile.SPEC).isPresent()) {
      MeshRoutes.normalize(environment, ledger);
    }
  }

  private record ByText(PlaneId plane) implements Implementation {
    @Override
    public GatewayProfile profile() {
      return GatewayProfile.SPEC;
    }

    @Override
    public boolean serves(Gateway gateway) {
      return !Shown.isIstios(gateway);
    }

    @Override
    public List<Proxies> proxies(Gateway gateway) {
      Map<String, String> labels = Map.of(MadeProxies.LABEL, gateway.meta().name());
      var scope = new Scope.Selected(gateway.meta().namespace(), labels);
      return List.of(new Proxies(scope, Optional.empty()));
    }
  }

  private static Plane plane() {
    return new Plane(
        OWN,
        Plane.Posture.OPEN,
        Plane.Denial.FORBIDDEN,
        Plane.Endpoints.ALL,
        PathNormalization.NONE,
        Plane.Egress.UNKNOWN,
        LoadBalancing.UNKNOWN,
        new PortReading(Map.of(), Map.of(), Map.of(), Protocol.SNIFFED),
        Origin.none());
  }

  /// Where nothing shows a mesh, and the API or the user says that there is one, every namespace is taken to be in it.
  private static void enrol(Resources resources, PlaneId mesh, Ledger ledger) {
    var namespaces = new TreeSet<String>();
    resources.of(NamespaceObject.class).forEach(it -> namespaces.add(it.meta().name()));
    for (Resource it : resources.of(WorkloadObject.class)) {
      namespaces.add(it.meta().namespace());
    }
    namespaces.forEach(
        it -> ledger.add(new Enrolment(it, Optional.empty(), new Membership.Assumed(mesh))));
  }
}
