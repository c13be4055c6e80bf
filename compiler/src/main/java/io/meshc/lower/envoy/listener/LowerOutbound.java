package io.meshc.lower.envoy.listener;

import io.meshc.dialect.envoy.Address;
import io.meshc.dialect.envoy.HeaderMatch;
import io.meshc.dialect.envoy.StringMatch;
import io.meshc.dialect.envoy.listener.FilterChain;
import io.meshc.dialect.envoy.listener.Listener;
import io.meshc.dialect.envoy.listener.Listener.Direction;
import io.meshc.dialect.envoy.listener.Listener.Inspector;
import io.meshc.dialect.envoy.listener.NetworkFilter;
import io.meshc.dialect.envoy.route.Action;
import io.meshc.dialect.envoy.route.HeaderEdits;
import io.meshc.dialect.envoy.route.Route;
import io.meshc.dialect.envoy.route.RouteConfig;
import io.meshc.dialect.envoy.route.RouteMatch;
import io.meshc.dialect.envoy.route.VirtualHost;
import io.meshc.lower.envoy.cluster.LowerCluster;
import io.meshc.lower.envoy.proxy.Fleet;
import io.meshc.lower.envoy.proxy.Proxy;
import io.meshc.lower.envoy.proxy.Readings;
import io.meshc.lower.envoy.proxy.View;
import io.meshc.lower.envoy.route.Clusters;
import io.meshc.lower.envoy.route.VirtualHosts;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Plane.Egress;
import io.meshc.model.Protocol;
import io.meshc.model.Scope;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort;
import io.meshc.model.match.Regex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a workload may call → where its proxy listens for the application: a listener for each port that is called, or one for all
/// that the network brings it.
public final class LowerOutbound {
  private static final int CAPTURE = 15001;
  private static final String PASSTHROUGH = "passthrough";
  private final Fleet fleet;
  private final Proxy proxy;
  private final View view;
  private final Clusters clusters;
  private final Set<ServiceName> reached;
  private final LowerOutlets outlets;

  private LowerOutbound(Fleet fleet, Proxy proxy, Clusters clusters) {
    this.fleet = fleet;
    this.proxy = proxy;
    this.view = View.of(proxy, fleet);
    this.clusters = clusters;
    this.outlets = new LowerOutlets(view, clusters);
    this.reached = fleet.reach().of(proxy.workload());
  }

  public static List<Listener> lower(Proxy proxy, Fleet fleet, Clusters clusters) {
    return new LowerOutbound(fleet, proxy, clusters).listeners();
  }

  private List<Listener> listeners() {
    SortedMap<Integer, List<Service>> ports = ports();
    return fleet.options().isCapturing() ? captured(ports) : bound(ports);
  }

  /// The Services within reach by the ports at which they are called. A port at which nothing is within reach is listened at all the same
  /// where there is HTTP, so that the application hears a refusal and not silence.
  private SortedMap<Integer, List<Service>> ports() {
    var ports = new TreeMap<Integer, List<Service>>();
    for (ServiceName name : reached) {
      Service service = fleet.lookup().service(name).orElseThrow();
      for (ServicePort port : service.ports()) {
        if (view.knows(service, port.number())) {
          ports.computeIfAbsent(port.number(), _ -> new ArrayList<>()).add(service);
        }
      }
    }
    fleet.httpPorts().forEach(it -> ports.putIfAbsent(it, new ArrayList<>()));
    outlets.ports().forEach(it -> ports.putIfAbsent(it, new ArrayList<>()));
    if (fleet.options().isCapturing()) {
      // What goes past the proxy, the network does not bring it.
      ports.keySet().removeIf(it -> fleet.past().callsPast(proxy.workload(), proxy.plane(), it));
    }
    return ports;
  }

  private List<Listener> bound(SortedMap<Integer, List<Service>> ports) {
    var listeners = new ArrayList<Listener>();
    ports.forEach((port, services) -> {
      List<FilterChain> chains = chains(port, services);
      if (!chains.isEmpty()) {
        listeners.add(
            new Listener(
                "outbound-" + port,
                new Address(proxy.outbound(), port),
                List.of(),
                Direction.OUTBOUND,
                inspectors(chains),
                new TreeSet<>(),
                chains,
                Optional.empty()));
      }
    });
    return listeners;
  }

  private List<Listener> captured(SortedMap<Integer, List<Service>> ports) {
    var chains = new ArrayList<FilterChain>();
    ports.forEach((port, services) -> {
      for (FilterChain it : chains(port, services)) {
        chains.add(
            new FilterChain(port + "-" + it.name(), it.match().at(port), it.filters(), it.tls()));
      }
    });
    boolean passes = egress() == Egress.OPEN;
    if (chains.isEmpty() && !passes) {
      // Envoy takes no listener that does nothing; without one connections are refused.
      return List.of();
    }
    var inspectors = inspectors(chains);
    inspectors.add(Inspector.ORIGINAL_DESTINATION);
    return List.of(
        new Listener(
            "outbound",
            new Address("127.0.0.1", CAPTURE),
            List.of(),
            Direction.OUTBOUND,
            inspectors,
            new TreeSet<>(),
            chains,
            passes ? Optional.of(unknown()) : Optional.empty()));
  }

  /// What the mesh does not know goes on as it came.
  private FilterChain unknown() {
    String cluster = clusters.add(LowerCluster.passthrough(PASSTHROUGH, true));
    var all = List.of(new Action.Weighted(cluster, 1, HeaderEdits.NONE, Optional.empty()));
    return new FilterChain(
        PASSTHROUGH,
        FilterChain.Match.ANY,
        List.of(LowerStreams.proxy("outbound_passthrough", all)),
        Optional.empty());
  }

  private static TreeSet<Inspector> inspectors(List<FilterChain> chains) {
    var inspectors = new TreeSet<Inspector>();
    for (FilterChain chain : chains) {
      if (chain.match().applications().contains("http/1.1")) {
        inspectors.add(Inspector.HTTP);
      }
      if (!chain.match().serverNames().isEmpty()) {
        inspectors.add(Inspector.TLS);
      }
    }
    return inspectors;
  }

  private List<FilterChain> chains(int port, List<Service> services) {
    List<Service> http = services.stream().filter(it -> isHttp(it, port)).toList();
    List<Service> raw = services.stream().filter(it -> is(it, port, Protocol.TCP)).toList();
    List<Service> sniffed = services.stream().filter(it -> is(it, port, Protocol.SNIFFED)).toList();
    var streams =
        new ArrayList<>(
            new LowerStreams(view, clusters).outbound(port, raw.isEmpty() ? sniffed : raw));
    for (FilterChain it : outlets.chains(port)) {
      if (streams.stream().noneMatch(other -> other.match().equals(it.match()))) {
        streams.add(it);
      }
    }
    boolean listens =
        !http.isEmpty()
            || outlets.isHttp(port)
            || fleet.httpPorts().contains(port)
            || (raw.isEmpty() && streams.isEmpty());
    if (!listens) {
      return streams;
    }
    FilterChain.Match match =
        sniffed.isEmpty() && streams.stream().allMatch(it -> !it.match().serverNames().isEmpty())
            ? FilterChain.Match.ANY
            : FilterChain.Match.ANY.speaking(List.of("http/1.0", "http/1.1", "h2c"));
    var chains = new ArrayList<FilterChain>();
    chains.add(new FilterChain("http", match, List.of(manager(port, http)), Optional.empty()));
    chains.addAll(streams);
    return chains;
  }

  private boolean is(Service service, int port, Protocol protocol) {
    return service.port(port).filter(it -> Readings.of(service, it, view) == protocol).isPresent();
  }

  private boolean isHttp(Service service, int port) {
    return service
        .port(port)
        .filter(it -> Readings.of(service, it, view) != Protocol.TCP)
        .isPresent();
  }

  private NetworkFilter manager(int port, List<Service> services) {
    String name = "outbound_" + port;
    List<VirtualHost> known = new VirtualHosts(view, port, clusters).of(services);
    var hosts = new ArrayList<>(known);
    hosts.addAll(outlets.hosts(port));
    hosts.add(otherwise());
    return Managers.of(
        name,
        Managers.Side.OUTBOUND,
        Managers.Paths.of(proxy.plane(), fleet.options().hardens(), false),
        List.of(),
        new RouteConfig(name, hosts, true));
  }

  /// Services of the mesh that grant this client nothing are refused as their own proxies would, without a way there; hosts that nobody
  /// knows get no answer of any server, or go on as they came.
  private VirtualHost otherwise() {
    var routes = new ArrayList<Route>();
    refused().ifPresent(routes::add);
    boolean passes = fleet.options().isCapturing() && egress() == Egress.OPEN;
    routes.add(
        Route.all(
            passes
                ? Action.Forward.to(clusters.add(LowerCluster.passthrough(PASSTHROUGH, true)), "0s")
                : new Action.Respond(502, Optional.empty())));
    return new VirtualHost("unknown", List.of("*"), routes);
  }

  private Optional<Route> refused() {
    Set<ServiceName> out = fleet.guarded();
    List<String> namespaces =
        out.stream()
            .filter(it -> !reached.contains(it))
            .map(ServiceName::namespace)
            .distinct()
            .sorted()
            .map(Regex::quote)
            .toList();
    if (namespaces.isEmpty()) {
      return Optional.empty();
    }
    String domain = Regex.quote(fleet.mesh().assumptions().clusterDomain());
    String near =
        out.stream()
            .filter(it -> it.namespace().equals(proxy.namespace()) && !reached.contains(it))
            .map(it -> "|" + Regex.quote(it.name()))
            .collect(Collectors.joining());
    String host =
        "(?i)(?:[^.:]+\\.(?:"
            + String.join("|", namespaces)
            + ")(?:\\.svc(?:\\."
            + domain
            + "\\.?)?)?"
            + near
            + ")(?::[0-9]+)?";
    var match =
        new RouteMatch(
            RouteMatch.ALL.path(),
            List.of(HeaderMatch.of(":authority", StringMatch.regex(host))),
            List.of());
    return Optional.of(
        new Route(
            "", match, new Action.Respond(403, Optional.empty()), HeaderEdits.NONE, List.of()));
  }

  private Egress egress() {
    boolean kept =
        fleet.lookup().servers().egress(proxy.namespace(), proxy.plane().id()).stream()
            .anyMatch(it -> !it.allows().value());
    if (kept) {
      return Egress.CLOSED;
    }
    return fleet.mesh().egress().stream()
        .filter(it -> it.plane().equals(proxy.plane().id()))
        .filter(it -> it.scope().includes(proxy.workload()))
        .min(Comparator.comparingInt(it -> width(it.scope())))
        .map(EgressPolicy::mode)
        .orElse(proxy.plane().egress());
  }

  private static int width(Scope scope) {
    return switch (scope) {
      case Scope.Selected _, Scope.OfAccount _, Scope.Attached _ -> 0;
      case Scope.SelectedAnywhere _ -> 1;
      case Scope.InNamespace _ -> 2;
      case Scope.Everywhere _ -> 3;
    };
  }
}
