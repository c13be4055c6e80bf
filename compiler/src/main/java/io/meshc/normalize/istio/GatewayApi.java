package io.meshc.normalize.istio;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.gateway.ClassObject;
import io.meshc.dialect.gateway.Gateway;
import io.meshc.dialect.gateway.route.BackendRef;
import io.meshc.dialect.gateway.route.ParentRef;
import io.meshc.dialect.istio.registry.ServiceEntry;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.model.ServiceName;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Settings;
import io.meshc.normalize.Settings.GatewayProfile;
import io.meshc.normalize.gateway.EdgeRoutes;
import io.meshc.normalize.gateway.Environment;
import io.meshc.normalize.gateway.Implementation;
import io.meshc.normalize.gateway.MadeProxies;
import io.meshc.normalize.gateway.MeshRoutes;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Istio as an implementation of the Gateway API: its classes, the proxies of a Gateway, and the kinds that it adds.
///
/// Source: istio.io, "Kubernetes Gateway API"; istio/istio, pilot/pkg/config/kube/gateway. That addresses may only name Services of the
/// Gateway's own namespace was measured.
record GatewayApi(Resources resources, HostNames hosts, GatewayProfile profile)
    implements Implementation {
  private static final String CONTROLLER = "istio.io/gateway-controller";
  private static final String GROUP = "networking.istio.io";

  /// The class of Gateways whose proxies the controller runs, or is told of.
  private static final String CLASS = "istio";

  static final String WAYPOINT = "istio-waypoint";

  /// Classes of Istio's that are no proxies at an edge.
  private static final List<String> OTHERS = List.of(WAYPOINT, "istio-east-west", "istio-remote");

  static void normalize(Resources resources, HostNames hosts, Settings settings, Ledger ledger) {
    GatewayProfile profile =
        settings.gateways().filter(it -> it == GatewayProfile.SPEC).orElse(GatewayProfile.ISTIO);
    var implementation = new GatewayApi(resources, hosts, profile);
    var environment = new Environment(resources, settings.assumptions().closed(), implementation);
    MeshRoutes.normalize(environment, ledger);
    EdgeRoutes.normalize(environment, ledger);
  }

  /// What the controller makes for Gateways that name no Service of their own.
  static List<Resource> generate(Resources resources) {
    return resources.of(Gateway.class).stream()
        .filter(it -> className(it).equals(CLASS) && isManaged(it))
        .flatMap(it -> MadeProxies.of(it, it.meta().name() + "-" + CLASS, resources).stream())
        .toList();
  }

  /// Whether a Gateway is of one of the classes that Istio brings along.
  static boolean isOfIstio(Gateway gateway) {
    return className(gateway).equals(CLASS) || OTHERS.contains(className(gateway));
  }

  static String className(Gateway gateway) {
    return gateway.gatewayClassName().map(At::value).orElse("");
  }

  @Override
  public PlaneId plane() {
    return IstioPlane.ID;
  }

  @Override
  public boolean serves(Gateway gateway) {
    String name = className(gateway);
    if (OTHERS.contains(name)) {
      return false;
    }
    return name.equals(CLASS)
        || resources.of(ClassObject.class).stream()
            .filter(it -> it.meta().id().kind().equals("GatewayClass"))
            .filter(it -> it.meta().name().equals(name))
            .anyMatch(
                it -> it.controllerName().filter(at -> at.value().equals(CONTROLLER)).isPresent());
  }

  private static boolean isManaged(Gateway gateway) {
    return gateway.addresses().size() <= 1
        && gateway.addresses().stream()
            .noneMatch(it -> isHostname(it) && !it.value().map(At::value).orElse("").isEmpty());
  }

  private static boolean isHostname(Gateway.Address address) {
    return address.type().filter(it -> it.value().equals("Hostname")).isPresent();
  }

  @Override
  public List<Proxies> proxies(Gateway gateway) {
    if (isManaged(gateway)) {
      Map<String, String> labels = Map.of(MadeProxies.LABEL, gateway.meta().name());
      var scope = new Scope.Selected(gateway.meta().namespace(), labels);
      return List.of(new Proxies(scope, Optional.empty()));
    }
    return gateway.addresses().stream()
        .filter(GatewayApi::isHostname)
        .flatMap(it -> it.value().stream())
        .flatMap(it -> hosts.service(it.value(), gateway.meta().namespace()).stream())
        .filter(it -> it.namespace().equals(gateway.meta().namespace()))
        .flatMap(this::service)
        .map(it -> new Proxies(scope(it), Optional.of(Environment.ports(it))))
        .toList();
  }

  private Stream<ServiceObject> service(ServiceName name) {
    return resources.of(ServiceObject.class).stream()
        .filter(it -> it.meta().namespace().equals(name.namespace()))
        .filter(it -> it.meta().name().equals(name.name()));
  }

  private static Scope scope(ServiceObject service) {
    return new Scope.Selected(service.meta().namespace(), Labels.of(service.selector()));
  }

  @Override
  public List<ServiceName> parents(ParentRef parent, Meta route) {
    boolean entry =
        parent.group().filter(it -> it.value().equals(GROUP)).isPresent()
            && parent.kind().filter(it -> it.value().equals("ServiceEntry")).isPresent();
    if (!entry) {
      return List.of();
    }
    String namespace = parent.namespace().map(At::value).orElse(route.namespace());
    var names = new ArrayList<ServiceName>();
    for (ServiceEntry it : resources.of(ServiceEntry.class)) {
      if (it.meta().namespace().equals(namespace)
          && parent.name().filter(at -> at.value().equals(it.meta().name())).isPresent()) {
        it.hosts().forEach(host -> names.add(NormalizeServiceEntry.name(host, it, hosts)));
      }
    }
    return names;
  }

  @Override
  public Optional<ServiceName> backend(BackendRef backend) {
    boolean host =
        backend.group().filter(it -> it.value().equals(GROUP)).isPresent()
            && backend.kind().filter(it -> it.value().equals("Hostname")).isPresent();
    return backend
        .name()
        .filter(_ -> host)
        .map(it ->
            hosts
                .service(it.value(), "")
                .filter(name -> !name.namespace().isEmpty())
                .orElseGet(() -> new ServiceName("", it.value().toLowerCase(Locale.ROOT))));
  }
}
