package io.meshc.normalize.envoy;

import io.meshc.model.Plane;
import io.meshc.model.Route;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the proxy beside a client does with what its application sends: by the route configurations and TCP chains of its outbound
/// listeners.
final class ReadOutbound {
  /// Where requests go that no other cluster is for: to the address that was called, or nowhere.
  static final String PASSTHROUGH = "PassthroughCluster";

  static final String NOWHERE = "BlackHoleCluster";

  private final EnvoyProxy proxy;
  private final Hosts hosts;
  private final Match self;
  private final ReadRoute routes;
  private final Map<Called, List<Route.Rule>> http = new LinkedHashMap<>();
  private final Map<Called, List<Route.Rule>> tcp = new LinkedHashMap<>();
  private final Map<Integer, List<Tree>> tables = new TreeMap<>();
  private final Map<String, ServiceName> addresses = new HashMap<>();
  private Plane.Egress egress = Plane.Egress.CLOSED;

  /// A host at a port.
  record Called(ServiceName host, int port) {}

  /// @param self what only this client is
  ReadOutbound(EnvoyProxy proxy, Hosts hosts, Match self, ReadClusters clusters) {
    this.proxy = proxy;
    this.hosts = hosts;
    this.self = self;
    this.routes = new ReadRoute(it -> clusters.of(proxy, it));
    List<Tree> outbound =
        proxy.listeners().stream()
            .filter(it -> it.text("traffic_direction").equals("OUTBOUND"))
            .toList();
    outbound.forEach(this::tables);
    tables.forEach(this::names);
    tables.forEach(this::http);
    outbound.forEach(this::tcp);
  }

  Map<Called, List<Route.Rule>> http() {
    return http;
  }

  Map<Called, List<Route.Rule>> tcp() {
    return tcp;
  }

  Plane.Egress egress() {
    return egress;
  }

  /// Every host that it knows, at each port.
  Set<Called> known() {
    var known = new HashSet<>(http.keySet());
    known.addAll(tcp.keySet());
    return known;
  }

  private void tables(Tree listener) {
    int port = listener.at("address").at("socket_address").number("port_value", 0);
    boolean captures = listener.flag("use_original_dst");
    for (Tree chain : chains(listener)) {
      if (ReadInbound.manager(chain).isPresent()) {
        Tree manager = ReadInbound.manager(chain).get();
        Tree table =
            manager.has("route_config")
                ? manager.at("route_config")
                : proxy
                    .routes()
                    .getOrDefault(manager.at("rds").text("route_config_name"), Tree.NONE);
        int called =
            captures ? chain.at("filter_chain_match").wrapped("destination_port", 0) : port;
        tables.computeIfAbsent(called, _ -> new ArrayList<>()).addAll(table.each("virtual_hosts"));
      } else if (captures && !chain.at("filter_chain_match").has("destination_port")) {
        clusters(chain).stream()
            .filter(PASSTHROUGH::equals)
            .findFirst()
            .ifPresent(_ -> egress = Plane.Egress.OPEN);
      }
    }
  }

  private static List<Tree> chains(Tree listener) {
    var chains = new ArrayList<>(listener.each("filter_chains"));
    if (listener.has("default_filter_chain")) {
      chains.add(listener.at("default_filter_chain"));
    }
    return chains;
  }

  /// The addresses that stand among the domains of a host.
  private void names(int port, List<Tree> virtualHosts) {
    for (Tree it : virtualHosts) {
      List<ServiceName> named = hosts.of(it.texts("domains"));
      if (named.size() == 1) {
        it.texts("domains").forEach(domain -> addresses.put(domain, named.getFirst()));
      }
    }
  }

  private void http(int port, List<Tree> virtualHosts) {
    for (Tree it : virtualHosts) {
      for (ServiceName host : hosts.of(it.texts("domains"))) {
        var called = new Called(host, port);
        if (!http.containsKey(called)) {
          Tree best = Hosts.virtualHost(virtualHosts, hosts.host(host)).orElse(it);
          http.put(called, rules(best, called));
        }
      }
    }
  }

  private List<Route.Rule> rules(Tree virtualHost, Called called) {
    Match where = Match.all(self, new Match.OnServicePort(called.port()));
    if (virtualHost.text("require_tls").equals("ALL")) {
      Route.Answer redirect = new Route.Answer.Redirect(301);
      return List.of(
          new Route.Rule(
              At.of(where, virtualHost.origin()),
              List.of(),
              List.of(),
              Optional.of(At.of(redirect, virtualHost.origin())),
              Optional.empty(),
              Optional.empty()));
    }
    return virtualHost.each("routes").stream()
        .map(it -> routes.rule(it, virtualHost, where))
        .toList();
  }

  private void tcp(Tree listener) {
    int own = listener.at("address").at("socket_address").number("port_value", 0);
    String address = listener.at("address").at("socket_address").text("address");
    boolean captures = listener.flag("use_original_dst");
    for (Tree chain : chains(listener)) {
      List<String> clusters = clusters(chain);
      if (clusters.isEmpty() || clusters.contains(PASSTHROUGH) || clusters.contains(NOWHERE)) {
        continue;
      }
      int port = chain.at("filter_chain_match").wrapped("destination_port", captures ? 0 : own);
      ServiceName host = addresses.get(address);
      if (host == null) {
        host = Hosts.ofCluster(clusters.getFirst()).map(hosts::service).orElse(null);
      }
      if (host != null) {
        tcp.computeIfAbsent(new Called(host, port), _ -> new ArrayList<>())
            .add(tcpRule(chain, port));
      }
    }
  }

  private static List<String> clusters(Tree chain) {
    var clusters = new ArrayList<String>();
    for (Tree filter : chain.each("filters")) {
      Tree config = filter.at("typed_config");
      if (config.isA("TcpProxy")) {
        if (config.has("cluster")) {
          clusters.add(config.text("cluster"));
        }
        config
            .at("weighted_clusters")
            .each("clusters")
            .forEach(it -> clusters.add(it.text("name")));
      }
    }
    return clusters;
  }

  private Route.Rule tcpRule(Tree chain, int port) {
    var backends = new ArrayList<Route.Backend>();
    for (Tree filter : chain.each("filters")) {
      Tree config = filter.at("typed_config");
      if (config.isA("TcpProxy") && config.has("cluster")) {
        backends.add(routes.backend(config.text("cluster"), 1, config, List.of()));
      }
      for (Tree it : config.at("weighted_clusters").each("clusters")) {
        backends.add(routes.backend(it.text("name"), it.wrapped("weight", 0), it, List.of()));
      }
    }
    var names = new ArrayList<Match>();
    for (String name : chain.at("filter_chain_match").texts("server_names")) {
      names.add(
          new Attribute.Sni(
              name.startsWith("*")
                  ? new TextPattern.Suffix(name.substring(1))
                  : new TextPattern.Exact(name)));
    }
    Match match =
        Match.all(
            self, new Match.OnServicePort(port), names.isEmpty() ? Match.ANY : Match.oneOf(names));
    return new Route.Rule(At.of(match, chain.origin()), backends);
  }
}
