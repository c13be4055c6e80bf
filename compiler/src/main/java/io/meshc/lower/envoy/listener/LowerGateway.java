package io.meshc.lower.envoy.listener;

import io.meshc.dialect.envoy.Address;
import io.meshc.dialect.envoy.http.HttpFilter;
import io.meshc.dialect.envoy.listener.FilterChain;
import io.meshc.dialect.envoy.listener.Listener;
import io.meshc.dialect.envoy.listener.Listener.Direction;
import io.meshc.dialect.envoy.listener.Listener.Inspector;
import io.meshc.dialect.envoy.listener.NetworkFilter;
import io.meshc.dialect.envoy.route.RouteConfig;
import io.meshc.dialect.envoy.tls.CommonTls;
import io.meshc.dialect.envoy.tls.Credentials;
import io.meshc.dialect.envoy.tls.ServerTls;
import io.meshc.dialect.envoy.tls.Validation;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.lower.envoy.policy.Facts;
import io.meshc.lower.envoy.policy.Guard;
import io.meshc.lower.envoy.policy.LowerAuthorization;
import io.meshc.lower.envoy.policy.LowerTokens;
import io.meshc.lower.envoy.proxy.Fleet;
import io.meshc.lower.envoy.proxy.Proxy;
import io.meshc.lower.envoy.proxy.View;
import io.meshc.lower.envoy.route.Clusters;
import io.meshc.model.Route;
import io.meshc.model.match.Match;
import io.meshc.model.proxy.Gateway;
import io.meshc.model.proxy.Gateway.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A proxy at an edge of the mesh → a listener for each of its ports, with a chain for each set of server names.
public final class LowerGateway {
  private final Fleet fleet;
  private final Proxy proxy;
  private final Clusters clusters;
  private final View view;

  private LowerGateway(Proxy proxy, Fleet fleet, Clusters clusters) {
    this.fleet = fleet;
    this.proxy = proxy;
    this.clusters = clusters;
    this.view = new View(fleet, proxy, Optional.empty());
  }

  /// The gateways that a proxy is; none for one beside a workload.
  public static List<Gateway> gateways(Proxy proxy, Fleet fleet) {
    return fleet.mesh().proxies().gateways().stream()
        .filter(it -> it.plane().equals(proxy.plane().id()))
        .filter(it -> it.scope().includes(proxy.workload()))
        .toList();
  }

  public static List<Listener> lower(Proxy proxy, Fleet fleet, Clusters clusters) {
    return new LowerGateway(proxy, fleet, clusters).listeners(gateways(proxy, fleet));
  }

  /// One listener of a Gateway, and the Gateway.
  record Bound(Gateway gateway, Gateway.Listener listener) {}

  private List<Listener> listeners(List<Gateway> gateways) {
    SortedMap<Integer, List<Bound>> ports = new TreeMap<>();
    for (Gateway gateway : gateways) {
      for (Gateway.Listener it : gateway.listeners()) {
        if (it.kind() == Kind.UNKNOWN || it.kind() == Kind.RELAY || it.port() < 1) {
          fleet.losses().add(unknown(gateway, it));
        } else {
          ports.computeIfAbsent(it.port(), _ -> new ArrayList<>()).add(new Bound(gateway, it));
        }
      }
    }
    return ports.entrySet().stream()
        .map(it -> listener(it.getKey(), it.getValue()))
        .filter(it -> !it.chains().isEmpty())
        .toList();
  }

  private Listener listener(int port, List<Bound> bound) {
    var chains = new ArrayList<FilterChain>();
    List<Bound> plain = bound.stream().filter(it -> it.listener().kind() == Kind.HTTP).toList();
    if (!plain.isEmpty()) {
      chains.add(
          new FilterChain(
              "http",
              FilterChain.Match.ANY,
              List.of(manager(port, "", plain, false)),
              Optional.empty()));
    }
    var names = new TreeSet<String>();
    for (Bound it : bound) {
      if (it.listener().kind().isEncrypted()) {
        encrypted(port, it, names).ifPresent(chains::add);
      }
    }
    bound.stream()
        .filter(it -> it.listener().kind() == Kind.TCP)
        .findFirst()
        .ifPresent(it -> chains.addAll(streams(port, it, FilterChain.Match.ANY, Optional.empty())));
    var inspectors = new TreeSet<Inspector>();
    if (bound.stream().anyMatch(it -> it.listener().kind().isEncrypted())) {
      inspectors.add(Inspector.TLS);
    }
    int own = listensAt(port);
    List<Address> addresses = proxy.addresses().stream().map(it -> new Address(it, own)).toList();
    return new Listener(
        "gateway-" + port,
        addresses.getFirst(),
        addresses.subList(1, addresses.size()),
        Direction.OUTBOUND,
        inspectors,
        new TreeSet<>(),
        chains.stream().filter(LowerGateway::hasFilters).toList(),
        Optional.empty());
  }

  private static boolean hasFilters(FilterChain chain) {
    return !chain.filters().isEmpty();
  }

  /// Clients call a port of the Service before the proxies.
  private int listensAt(int port) {
    return fleet.servicesOf(proxy.workload()).stream()
        .flatMap(it -> it.port(port).stream())
        .flatMapToInt(it -> it.at(proxy.workload()).stream())
        .findFirst()
        .orElse(port);
  }

  /// A server name belongs to the first listener that asks for it.
  private Optional<FilterChain> encrypted(int port, Bound bound, Set<String> taken) {
    List<String> names =
        bound.listener().hosts().stream()
            .map(it -> it.host().text())
            .distinct()
            .filter(taken::add)
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    boolean any = names.contains("*");
    FilterChain.Match match =
        any ? FilterChain.Match.transport("tls") : FilterChain.Match.names(names);
    String name = any ? "tls" : String.join(",", names);
    return switch (bound.listener().kind()) {
      case HTTPS ->
          Optional.of(
              new FilterChain(
                  name,
                  match,
                  List.of(manager(port, "_" + names.getFirst(), List.of(bound), true)),
                  Optional.of(tls(bound))));
      case TLS -> streams(port, bound, match, Optional.of(tls(bound))).stream().findFirst();
      case PASSTHROUGH -> passed(port, bound, name, match);
      case HTTP, TCP, RELAY, UNKNOWN -> Optional.empty();
    };
  }

  /// The routes of a listener whose connections nobody looks into.
  private Optional<FilterChain> passed(
      int port, Bound bound, String name, FilterChain.Match match) {
    return streams(port, bound, match, Optional.empty()).stream()
        .findFirst()
        .map(it -> new FilterChain(name, match, it.filters(), Optional.empty()));
  }

  private List<FilterChain> streams(
      int port, Bound bound, FilterChain.Match match, Optional<ServerTls> tls) {
    Guard guard = guard(port, bound, false);
    var filters = new ArrayList<NetworkFilter>();
    guard.deny().ifPresent(it -> filters.add(new NetworkFilter.Rbac("gateway_" + port, it)));
    guard.allow().ifPresent(it -> filters.add(new NetworkFilter.Rbac("gateway_" + port, it)));
    var edge = new EdgeRoutes(view, clusters);
    return edge.routes(bound, Route.Layer.TCP).stream()
        .filter(it -> edge.binds(bound, it))
        .flatMap(it ->
            new LowerStreams(view, clusters).chains(it, port, bound.gateway().label()).stream())
        .map(it -> {
          var all = new ArrayList<>(filters);
          all.addAll(it.filters());
          boolean named = !it.match().serverNames().isEmpty();
          return new FilterChain(it.name(), named ? it.match() : match, all, tls);
        })
        .toList();
  }

  private NetworkFilter manager(int port, String suffix, List<Bound> bound, boolean secure) {
    String name = "gateway_" + port + suffix.replace('*', '_');
    Guard guard = guard(port, bound.getFirst(), true);
    var filters = new ArrayList<HttpFilter>();
    LowerTokens.lower(proxy, fleet, clusters).ifPresent(filters::add);
    guard.deny().ifPresent(it -> filters.add(new HttpFilter.Rbac(it)));
    guard.allow().ifPresent(it -> filters.add(new HttpFilter.Rbac(it)));
    var hosts = new EdgeRoutes(view, clusters).hosts(port, bound, secure);
    return Managers.of(
        name,
        Managers.Side.EDGE,
        Managers.Paths.of(proxy.plane(), fleet.options().hardens(), true),
        proxy.plane().outset().trustedProxies(),
        filters,
        new RouteConfig(name, hosts, true));
  }

  private Guard guard(int port, Bound bound, boolean http) {
    var facts =
        new Facts(http, Set.of(port), listensAt(port), Optional.empty(), bound.gateway().label());
    return LowerAuthorization.lower(
        fleet.lookup().authorizationsAt(proxy.workload()), proxy.plane(), facts, fleet.losses());
  }

  private ServerTls tls(Bound bound) {
    Gateway.Listener listener = bound.listener();
    String certificate =
        listener.certificate().isEmpty()
            ? bound.gateway().resource().name()
            : listener.certificate();
    String folder = fleet.options().certificatesFolder() + "/gateway/" + certificate;
    Optional<Validation> asked =
        listener.mutual() ? Optional.of(Validation.NONE) : Optional.empty();
    var common =
        new CommonTls(
            Optional.of(new Credentials.Files(folder)),
            asked,
            Optional.empty(),
            listener.kind() == Kind.HTTPS ? List.of("h2", "http/1.1") : List.of(),
            "TLSv1_2",
            "TLSv1_3");
    return new ServerTls(listener.mutual(), common);
  }

  private static Loss unknown(Gateway gateway, Gateway.Listener listener) {
    return new Loss(
        listener.origin(),
        Optional.of(gateway.resource()),
        Feature.GATEWAYS.label(),
        Effect.NARROWS_ACCESS,
        Region.requests(new Match.OnServicePort(listener.port())),
        "what it does at port " + listener.port() + " is not written for Envoy",
        "set it up in Envoy by hand");
  }
}
