package io.meshc.lower.envoy.listener;

import io.meshc.dialect.envoy.Address;
import io.meshc.dialect.envoy.Block;
import io.meshc.dialect.envoy.cluster.Cluster;
import io.meshc.dialect.envoy.listener.FilterChain;
import io.meshc.dialect.envoy.route.Action;
import io.meshc.dialect.envoy.route.HeaderEdits;
import io.meshc.dialect.envoy.route.Route;
import io.meshc.dialect.envoy.route.VirtualHost;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.lower.envoy.cluster.LowerCluster;
import io.meshc.lower.envoy.policy.Facts;
import io.meshc.lower.envoy.policy.LowerPermission;
import io.meshc.lower.envoy.policy.Settle;
import io.meshc.lower.envoy.policy.Settle.Settled;
import io.meshc.lower.envoy.proxy.View;
import io.meshc.lower.envoy.route.Clusters;
import io.meshc.lower.envoy.route.LowerRouteMatch;
import io.meshc.lower.envoy.route.LowerRules;
import io.meshc.model.Request;
import io.meshc.model.match.HostPattern;
import io.meshc.model.match.Match;
import io.meshc.model.proxy.Border.Outlet;
import io.meshc.model.proxy.Border.Outlet.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a workload may call outside of a mesh that lets nothing out → virtual hosts and filter chains: HTTP by its host, TLS by the server
/// name, and what nobody looks into by the address.
final class LowerOutlets {
  private final View view;
  private final Clusters clusters;
  private final Map<Integer, List<Outlet>> byPort;

  LowerOutlets(View view, Clusters clusters) {
    this.view = view;
    this.clusters = clusters;
    this.byPort =
        view.fleet().mesh().proxies().border().outlets().stream()
            .filter(it -> it.plane().equals(view.proxy().plane().id()))
            .filter(it -> it.scope().includes(view.proxy().workload()))
            .collect(Collectors.groupingBy(Outlet::port));
  }

  Set<Integer> ports() {
    return byPort.keySet();
  }

  private List<Outlet> at(int port) {
    return byPort.getOrDefault(port, List.of());
  }

  /// Whether HTTP goes out at a port at all.
  boolean isHttp(int port) {
    return at(port).stream().anyMatch(it -> it.kind() == Kind.HTTP);
  }

  List<VirtualHost> hosts(int port) {
    var hosts = new TreeMap<HostPattern, List<Route>>();
    for (Outlet outlet : at(port)) {
      if (outlet.kind() == Kind.HTTP) {
        for (HostPattern host : outlet.hosts()) {
          hosts.computeIfAbsent(host, _ -> new ArrayList<>()).addAll(routes(outlet, host));
        }
      }
    }
    var all = new ArrayList<VirtualHost>();
    hosts.forEach((host, routes) -> {
      routes.add(LowerRules.unmatched());
      all.add(new VirtualHost("outside " + host.text(), List.of(host.text()), routes));
    });
    return all;
  }

  /// Nobody knows the address of a host with a `*`.
  private List<Route> routes(Outlet outlet, HostPattern host) {
    var facts =
        new Facts(
            true,
            Set.of(outlet.port()),
            0,
            Optional.of(view.proxy().workload()),
            Request.Context.MESH);
    Settled settled = Settle.least(outlet.requests().value(), facts, LowerRouteMatch::unsaid);
    settled.doubts().stream()
        .findFirst()
        .ifPresent(it -> view.fleet().losses().add(kept(outlet, it)));
    if (settled.match() instanceof Match.None) {
      return List.of();
    }
    Cluster to = host.isWild() ? LowerCluster.nowhere() : outside(host.text(), outlet.port());
    Action action = Action.Forward.to(clusters.add(to), "0s");
    return LowerRouteMatch.of(settled.match()).stream()
        .map(it -> new Route("", it, action, HeaderEdits.NONE, List.of()))
        .toList();
  }

  private static Cluster outside(String host, int port) {
    String name = "outbound|" + port + "||" + host;
    return LowerCluster.external(name, new Address(host, port), false);
  }

  /// Those of TLS before those that look at nothing, and narrow ones before wide ones.
  List<FilterChain> chains(int port) {
    var chains = new TreeMap<String, FilterChain>();
    for (Outlet outlet : at(port)) {
      if (outlet.kind() != Kind.HTTP) {
        boolean sure = outlet.requests().value() instanceof Match.Any;
        if (!sure) {
          view.fleet().losses().add(kept(outlet, "whether it holds is not known"));
        } else if (outlet.isRaw()) {
          raw(outlet).ifPresent(it -> chains.putIfAbsent(it.name(), it));
        } else {
          outlet
              .hosts()
              .forEach(it ->
                  named(outlet, it).ifPresent(chain -> chains.putIfAbsent(chain.name(), chain)));
        }
      }
    }
    return List.copyOf(chains.values());
  }

  private boolean isCapturing() {
    return view.fleet().options().isCapturing();
  }

  private Optional<FilterChain> named(Outlet outlet, HostPattern host) {
    FilterChain.Match match = FilterChain.Match.names(List.of(host.text())).to(blocks(outlet));
    if (isCapturing()) {
      return Optional.of(chain("tls-" + host.text(), match, passthrough(), outlet.port()));
    }
    if (host.isWild() || !outlet.addresses().isEmpty()) {
      view.fleet()
          .losses()
          .add(kept(outlet, "without the network's help the address is not known"));
      return Optional.empty();
    }
    String cluster = clusters.add(outside(host.text(), outlet.port()));
    return Optional.of(chain("tls-" + host.text(), match, cluster, outlet.port()));
  }

  private Optional<FilterChain> raw(Outlet outlet) {
    if (!isCapturing()) {
      view.fleet()
          .losses()
          .add(kept(outlet, "without the network's help the address is not known"));
      return Optional.empty();
    }
    FilterChain.Match match = FilterChain.Match.ANY.to(blocks(outlet));
    String name =
        "outside"
            + blocks(outlet).stream().map(it -> "-" + it.text()).collect(Collectors.joining());
    return Optional.of(chain(name, match, passthrough(), outlet.port()));
  }

  private static List<Block> blocks(Outlet outlet) {
    return outlet.addresses().stream().map(LowerPermission::block).toList();
  }

  private String passthrough() {
    return clusters.add(LowerCluster.passthrough("passthrough", true));
  }

  private static FilterChain chain(String name, FilterChain.Match match, String cluster, int port) {
    var all = List.of(new Action.Weighted(cluster, 1, HeaderEdits.NONE, Optional.empty()));
    return new FilterChain(
        name, match, List.of(LowerStreams.proxy("outbound_" + port, all)), Optional.empty());
  }

  private static Loss kept(Outlet outlet, String because) {
    return new Loss(
        outlet.origin(),
        Optional.of(outlet.resource()),
        Feature.BORDER.label(),
        Effect.NARROWS_ACCESS,
        Region.requests(new Match.OnServicePort(outlet.port())),
        "what some accounts may call outside at port "
            + outlet.port()
            + " is not let out: "
            + because,
        "open it by hand");
  }
}
