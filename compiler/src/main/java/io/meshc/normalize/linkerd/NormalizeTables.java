package io.meshc.normalize.linkerd;

import io.meshc.dialect.Resources;
import io.meshc.dialect.gateway.route.GrpcRoute;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.dialect.gateway.route.StreamRoute;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.model.ServiceName;
import io.meshc.model.server.RouteTable;
import io.meshc.model.server.RouteTable.Kind;
import io.meshc.normalize.linkerd.Parents.Parent;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Routes that are attached to Services or to EgressNetworks → what the proxies of clients go by. A route in the namespace of the
/// Service is for every client, one in another namespace for the clients there, beside the others.
///
/// Source: linkerd/linkerd2, policy-controller/k8s/index/src/outbound and policy-controller/k8s/status.
final class NormalizeTables {
  /// Versions whose backends stand in `default` if they name no namespace.
  private static final Set<String> IN_DEFAULT = Set.of("v1alpha1", "v1beta1");

  /// What reads the routes of the Gateway API whose parents are Services.
  enum Reader {
    LINKERD,
    /// Somebody else, who goes by the text of the API.
    THE_TEXT
  }

  private final Map<String, ServiceObject> services = new HashMap<>();
  private final Set<String> egress;
  private final Reader reader;

  /// By the parent and its port, the first kind of all that are attached.
  private final Map<String, Kind> kinds = new HashMap<>();

  private NormalizeTables(Resources resources, Set<String> egress, Reader reader) {
    this.egress = egress;
    this.reader = reader;
    resources
        .of(ServiceObject.class)
        .forEach(it -> services.put(it.meta().namespace() + "/" + it.meta().name(), it));
  }

  /// @param egress the EgressNetworks that are accepted, `namespace/name`
  static List<RouteTable> all(Resources resources, Set<String> egress, Reader reader) {
    var tables = new NormalizeTables(resources, egress, reader);
    List<Route> routes =
        Stream.<Route>concat(
                Stream.concat(
                    resources.of(HttpRoute.class).stream(), resources.of(GrpcRoute.class).stream()),
                resources.of(StreamRoute.class).stream())
            .filter(it -> kind(it).isPresent())
            .toList();
    routes.forEach(tables::count);
    var all = new ArrayList<RouteTable>();
    routes.forEach(it -> tables.add(it, all));
    return all;
  }

  /// Empty for one that Linkerd does not know.
  private static Optional<Kind> kind(Route route) {
    return switch (route.meta().id().kind()) {
      case "GRPCRoute" -> Optional.of(Kind.GRPC);
      case "HTTPRoute" -> Optional.of(Kind.HTTP);
      case "TLSRoute" -> Optional.of(Kind.TLS);
      case "TCPRoute" -> Optional.of(Kind.TCP);
      default -> Optional.empty();
    };
  }

  private List<Parent> parents(Route route) {
    boolean services =
        reader == Reader.LINKERD || route.meta().id().group().equals(LinkerdPlane.POLICY);
    return Parents.of(route).stream()
        .filter(it -> (services && it.isService()) || it.isEgress())
        .toList();
  }

  private void count(Route route) {
    Kind kind = kind(route).orElseThrow();
    for (Parent it : parents(route)) {
      kinds.merge(key(it), kind, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
  }

  private static String key(Parent parent) {
    return parent.id().label() + " " + parent.port();
  }

  private void add(Route route, List<RouteTable> all) {
    Kind kind = kind(route).orElseThrow();
    String namespace = route.meta().namespace();
    for (Parent parent : parents(route)) {
      String there = parent.id().namespace();
      ServiceName name =
          parent.isEgress()
              ? RouteTable.outside(there, parent.id().name())
              : new ServiceName(there, parent.id().name());
      Optional<ServiceName> outside = parent.isEgress() ? Optional.of(name) : Optional.empty();
      var read = RouteRules.to(route, new Backends(backendNamespace(route), outside));
      Optional<String> inert = read.unusable().map(At::value).or(() -> notAccepted(parent, kind));
      all.add(
          new RouteTable(
              route.meta().id(),
              LinkerdPlane.ID,
              name,
              parent.port(),
              namespace.equals(there) ? Optional.empty() : Optional.of(namespace),
              kind,
              read.rules(),
              inert,
              parent.origin()));
    }
  }

  private static String backendNamespace(Route route) {
    boolean old =
        route.meta().id().group().equals(LinkerdPlane.POLICY)
            && IN_DEFAULT.contains(route.meta().version());
    return old ? "default" : route.meta().namespace();
  }

  /// Why a route is not accepted by a parent.
  private Optional<String> notAccepted(Parent parent, Kind kind) {
    if (kinds.getOrDefault(key(parent), kind) != kind) {
      return Optional.of("routes of another kind are attached to the same parent");
    }
    String name = parent.id().namespace() + "/" + parent.id().name();
    if (parent.isEgress()) {
      return egress.contains(name)
          ? Optional.empty()
          : Optional.of("EgressNetwork `" + name + "` is not there, or not accepted");
    }
    return Optional.ofNullable(services.get(name))
        .filter(it -> it.isHeadless() || it.isExternalName())
        .map(it -> "Service `" + name + "` has no address of its own");
  }
}
