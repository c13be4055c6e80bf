package io.meshc.validate.analysis.party;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Request.Context;
import io.meshc.model.Route;
import io.meshc.model.Scope;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort;
import io.meshc.model.match.HostPattern;
import io.meshc.model.proxy.Imports;
import io.meshc.model.proxy.Imports.Import;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the proxy beside a client knows: the Services that it can name, and the routes that it follows.
///
/// @param namespace of the client
/// @param imports the hosts that it knows at all; empty for every one
public record Viewer(Lookup lookup, Plane plane, String namespace, Optional<Imports> imports) {

  public static Viewer of(Sender sender, Lookup lookup) {
    Plane plane = sender.plane().orElseThrow();
    Optional<Imports> imports =
        lookup.mesh().proxies().imports().stream()
            .filter(it -> it.plane().equals(plane.id()) && isFor(it.scope(), sender))
            .min(Comparator.comparingInt(it -> width(it.scope())));
    return new Viewer(lookup, plane, sender.namespace(), imports);
  }

  public static boolean isFor(Scope scope, Sender sender) {
    return sender.workloads().isEmpty()
        ? !(scope instanceof Scope.Selected)
            && scope.onlyNamespace().map(sender.namespace()::equals).orElse(true)
        : sender.workloads().stream().anyMatch(scope::includes);
  }

  public static int width(Scope scope) {
    return switch (scope) {
      case Scope.Selected _, Scope.OfAccount _, Scope.Attached _ -> 0;
      case Scope.SelectedAnywhere _ -> 1;
      case Scope.InNamespace _ -> 2;
      case Scope.Everywhere _ -> 3;
    };
  }

  public boolean knows(Service service, int port) {
    return service.audience().sees(namespace)
        && imports(port, service.name().namespace(), pattern(service.name()));
  }

  private boolean imports(int port, String owner, HostPattern host) {
    return imports.isEmpty()
        || imports.get().hosts().stream().anyMatch((Import it) -> it.holds(port, owner, host));
  }

  public HostPattern pattern(ServiceName name) {
    return new HostPattern(name.host(lookup.mesh().assumptions().clusterDomain()));
  }

  /// Whether any Service that it knows is read as HTTP at a port: then it takes all that is sent there for HTTP.
  public boolean hasHttpAt(int port) {
    return lookup.servicesAt(port).stream()
        .anyMatch(it -> isReadAs(it, port, Protocol.HTTP) && knows(it, port));
  }

  private static boolean isReadAs(Service service, int port, Protocol protocol) {
    return service.port(port).filter(it -> it.protocol() == protocol).isPresent();
  }

  /// The Service that a Host header names at a port; the domains that Istio gives a Service are its short names, from its own
  /// namespace the name alone, too. The port in the header does not count (measured).
  public Optional<Service> named(String authority, int port) {
    String host = host(authority);
    return candidates(host, port).filter(it -> isHttpAt(it, port) && knows(it, port)).findFirst();
  }

  private static boolean isHttpAt(Service service, int port) {
    Optional<ServicePort> declared = service.port(port);
    return declared.isPresent() ? declared.get().protocol() != Protocol.TCP : service.implied();
  }

  private Stream<Service> candidates(String host, int port) {
    String domain = lookup.mesh().assumptions().clusterDomain();
    String whole =
        host.endsWith(".svc." + domain + ".") ? host.substring(0, host.length() - 1) : host;
    Stream<Service> ofCluster = name(whole, domain).flatMap(lookup::service).stream();
    String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    Stream<Service> exact = lookup.servicesOf(bare).stream().sorted(this::nearerFirst);
    Stream<Service> wild =
        lookup.servicesAt(port).stream()
            .filter(it -> it.name().isHost() && pattern(it.name()).isWild())
            .filter(it -> pattern(it.name()).accepts(whole))
            .sorted((x, y) -> pattern(x.name()).compareTo(pattern(y.name())));
    return Stream.of(ofCluster, exact, wild).flatMap(it -> it);
  }

  private int nearerFirst(Service a, Service b) {
    boolean left = a.name().namespace().equals(namespace);
    boolean right = b.name().namespace().equals(namespace);
    return left == right ? a.name().compareTo(b.name()) : left ? -1 : 1;
  }

  private Optional<ServiceName> name(String host, String domain) {
    String bare = host;
    for (String ending : List.of(".svc." + domain, ".svc")) {
      if (host.endsWith(ending)) {
        bare = host.substring(0, host.length() - ending.length());
        break;
      }
    }
    int dot = bare.indexOf('.');
    if (dot < 0) {
      return bare.equals(host) ? Optional.of(new ServiceName(namespace, bare)) : Optional.empty();
    }
    return bare.indexOf('.', dot + 1) < 0
        ? Optional.of(new ServiceName(bare.substring(dot + 1), bare.substring(0, dot)))
        : Optional.empty();
  }

  /// The header without its port, in lower case.
  public static String host(String authority) {
    int colon = authority.lastIndexOf(':');
    String host = colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    return host.toLowerCase(Locale.ROOT);
  }

  /// The one route that holds for a Service: the most specific host, then the one that is meant for fewer, then, as if all were
  /// made at once, the one whose name comes first.
  public Optional<Route> routeOf(ServiceName service, Route.Layer layer, int port) {
    HostPattern host = pattern(service);
    return follows(of(service), layer, port)
        .filter(it -> pattern(it.service()).covers(host))
        .min(this::before);
  }

  /// A route for a host that no Service stands behind. Source: istio/istio, which makes them at port 80 alone.
  public Optional<Route> routeOf(String authority, int port) {
    String host = host(authority);
    return port != 80
        ? Optional.empty()
        : follows(of(host), Route.Layer.HTTP, port)
            .filter(it -> pattern(it.service()).accepts(host) && !standsBehind(it, port))
            .min(this::before);
  }

  private boolean standsBehind(Route route, int port) {
    HostPattern host = pattern(route.service());
    return lookup.servicesAt(port).stream()
        .anyMatch(it -> isHttpAt(it, port) && knows(it, port) && host.covers(pattern(it.name())));
  }

  private Stream<Route> of(ServiceName service) {
    return Stream.concat(lookup.routesOf(service).stream(), wide(service).stream());
  }

  /// Those of whole hosts, which those of the Service itself may be.
  private List<Route> wide(ServiceName service) {
    return service.isHost()
        ? lookup.hostRoutes().stream().filter(it -> !it.service().equals(service)).toList()
        : lookup.hostRoutes();
  }

  private Stream<Route> of(String host) {
    String domain = lookup.mesh().assumptions().clusterDomain();
    Stream<Route> ofCluster =
        name(host, domain).stream().flatMap(it -> lookup.routesOf(it).stream());
    return Stream.concat(ofCluster, lookup.hostRoutes().stream());
  }

  private Stream<Route> follows(Stream<Route> routes, Route.Layer layer, int port) {
    return routes
        .filter(it -> it.plane().equals(plane.id()))
        .filter(it -> it.layer() == layer || it.layer() == Route.Layer.BOTH)
        .filter(it -> it.audience().isAt(Context.MESH) && it.audience().sees(namespace))
        .filter(it -> imports(port, it.resource().namespace(), pattern(it.service())));
  }

  public int before(Route a, Route b) {
    int order = pattern(a.service()).compareTo(pattern(b.service()));
    order =
        order != 0
            ? order
            : Integer.compare(a.audience().rank(namespace), b.audience().rank(namespace));
    return order != 0 ? order : byName(a, b);
  }

  /// By name, then by namespace.
  public static int byName(Route a, Route b) {
    int order = a.resource().name().compareTo(b.resource().name());
    return order != 0 ? order : a.resource().namespace().compareTo(b.resource().namespace());
  }
}
