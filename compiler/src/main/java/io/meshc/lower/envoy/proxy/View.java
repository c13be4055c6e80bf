package io.meshc.lower.envoy.proxy;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Request;
import io.meshc.model.Route;
import io.meshc.model.Scope;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.match.HostPattern;
import io.meshc.model.proxy.Imports;
import io.meshc.model.traffic.Load;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a proxy knows: the Services that it can name, and the routes that it follows.
///
/// @param proxy that asks
/// @param imports the hosts that it knows at all; empty for every one
public record View(Fleet fleet, Proxy proxy, Optional<Imports> imports) {

  /// Of the proxy beside a workload.
  public static View of(Proxy proxy, Fleet fleet) {
    Optional<Imports> imports =
        fleet.mesh().proxies().imports().stream()
            .filter(it -> it.plane().equals(proxy.plane().id()))
            .filter(it -> it.scope().includes(proxy.workload()))
            .min(Comparator.comparingInt(it -> width(it.scope())));
    return new View(fleet, proxy, imports);
  }

  private static int width(Scope scope) {
    return switch (scope) {
      case Scope.Selected _, Scope.OfAccount _, Scope.Attached _ -> 0;
      case Scope.SelectedAnywhere _ -> 1;
      case Scope.InNamespace _ -> 2;
      case Scope.Everywhere _ -> 3;
    };
  }

  public Lookup lookup() {
    return fleet.lookup();
  }

  public String namespace() {
    return proxy.namespace();
  }

  public boolean knows(Service service, int port) {
    return service.audience().sees(namespace())
        && imports(port, service.name().namespace(), pattern(service.name()));
  }

  private boolean imports(int port, String owner, HostPattern host) {
    return imports.isEmpty()
        || imports.get().hosts().stream().anyMatch(it -> it.holds(port, owner, host));
  }

  public HostPattern pattern(ServiceName name) {
    return new HostPattern(name.host(fleet.mesh().assumptions().clusterDomain()));
  }

  /// How much this client sends to a Service, and how often it tries again.
  public Stream<Load> loads(ServiceName service) {
    return fleet.mesh().proxies().loads().stream()
        .filter(it -> it.plane().equals(proxy.plane().id()) && it.services().contains(service))
        .filter(it -> it.clients().includes(proxy.workload()));
  }

  /// A backend by its name; a host may be known in another namespace.
  public Optional<Service> service(ServiceName name) {
    return lookup()
        .service(name)
        .or(() -> lookup().servicesOf(name.name()).stream().findFirst())
        .filter(it -> it.audience().sees(namespace()));
  }

  /// The one route that holds for a Service: the most specific host, then the one that is meant for fewer, then the first by name.
  /// Where proxies go by the Service, what several say of it is not defined, and the first one is taken.
  public Optional<Route> routeOf(Service service, Route.Layer layer, int port) {
    if (proxy.plane().addressing() == Plane.Addressing.TABLE) {
      return Tables.route(this, service, layer, port);
    }
    if (fleet.past().callsPast(proxy.workload(), proxy.plane(), port)) {
      return Optional.empty();
    }
    HostPattern host = pattern(service.name());
    boolean byHost = proxy.plane().addressing() == Plane.Addressing.HOST;
    Stream<Route> wide = byHost ? lookup().hostRoutes().stream() : Stream.of();
    return Stream.concat(lookup().routesOf(service.name()).stream(), wide)
        .distinct()
        .filter(it -> isFollowed(it, layer, port))
        .filter(it -> pattern(it.service()).covers(host))
        .min(this::before);
  }

  /// Routes of hosts that no Service stands behind.
  public List<Route> hostRoutes(Route.Layer layer, int port) {
    return lookup().hostRoutes().stream()
        .filter(it -> isFollowed(it, layer, port))
        .filter(it ->
            lookup().servicesAt(port).stream()
                .noneMatch(
                    at -> knows(at, port) && pattern(it.service()).covers(pattern(at.name()))))
        .sorted(this::before)
        .toList();
  }

  private boolean isFollowed(Route route, Route.Layer layer, int port) {
    return route.plane().equals(proxy.plane().id())
        && (route.layer() == layer || route.layer() == Route.Layer.BOTH)
        && route.audience().isAt(Request.Context.MESH)
        && route.audience().sees(namespace())
        && imports(port, route.resource().namespace(), pattern(route.service()));
  }

  /// Which of two routes for one host goes first.
  public int before(Route a, Route b) {
    int order = pattern(a.service()).compareTo(pattern(b.service()));
    order =
        order != 0
            ? order
            : Integer.compare(a.audience().rank(namespace()), b.audience().rank(namespace()));
    order = order != 0 ? order : a.resource().name().compareTo(b.resource().name());
    return order != 0 ? order : a.resource().namespace().compareTo(b.resource().namespace());
  }
}
