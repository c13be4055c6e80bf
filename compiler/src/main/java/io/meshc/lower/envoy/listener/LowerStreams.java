package io.meshc.lower.envoy.listener;

import io.meshc.dialect.envoy.cluster.Cluster;
import io.meshc.dialect.envoy.listener.AccessLog;
import io.meshc.dialect.envoy.listener.FilterChain;
import io.meshc.dialect.envoy.listener.NetworkFilter;
import io.meshc.dialect.envoy.listener.NetworkFilter.TcpProxy;
import io.meshc.dialect.envoy.route.Action.Weighted;
import io.meshc.dialect.envoy.route.HeaderEdits;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.lower.envoy.cluster.Destination;
import io.meshc.lower.envoy.cluster.LowerCluster;
import io.meshc.lower.envoy.policy.Facts;
import io.meshc.lower.envoy.policy.Settle;
import io.meshc.lower.envoy.policy.Settle.Settled;
import io.meshc.lower.envoy.proxy.Readings;
import io.meshc.lower.envoy.proxy.View;
import io.meshc.lower.envoy.route.Clusters;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Route;
import io.meshc.model.Route.Backend;
import io.meshc.model.Service;
import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Connections that nobody looks into → filter chains: by the port that is called, and by the server name where a route asks for it.
final class LowerStreams {
  private final View view;
  private final Clusters clusters;

  LowerStreams(View view, Clusters clusters) {
    this.view = view;
    this.clusters = clusters;
  }

  static NetworkFilter proxy(String prefix, List<Weighted> to) {
    return new TcpProxy(prefix, to, Optional.empty(), List.of(AccessLog.TCP));
  }

  /// @param services of which any may be meant: without an address of its own, only one can be
  List<FilterChain> outbound(int port, List<Service> services) {
    if (services.isEmpty()) {
      return List.of();
    }
    Service service = services.getFirst();
    if (services.size() > 1) {
      Optional<FilterChain> together = together(port, services);
      if (together.isPresent()) {
        return List.of(together.get());
      }
      services.forEach(it -> view.fleet().losses().add(ambiguous(it, port, sniffed(it, port))));
      return List.of();
    }
    Destination own = Destination.of(service, port, "").orElseThrow();
    Optional<Route> route = view.routeOf(service, Route.Layer.TCP, port);
    if (route.isEmpty()) {
      return List.of(chain("tcp", FilterChain.Match.ANY, port, List.of(weighted(own, 1))));
    }
    return chains(route.get(), port, Request.Context.MESH);
  }

  /// Where the network brings connections, they say by their address which Service they are for. Whoever of these is there has to
  /// prove it, whichever it is.
  private Optional<FilterChain> together(int port, List<Service> services) {
    boolean routed =
        services.stream().anyMatch(it -> view.routeOf(it, Route.Layer.TCP, port).isPresent());
    if (!view.fleet().options().isCapturing() || routed) {
      return Optional.empty();
    }
    List<Cluster> each =
        services.stream()
            .flatMap(it -> Destination.of(it, port, "").stream())
            .flatMap(it -> LowerCluster.of(it, false, view).stream())
            .toList();
    return LowerCluster.called("tcp.called|" + port, each)
        .map(it -> new Weighted(clusters.add(it), 1, HeaderEdits.NONE, Optional.empty()))
        .map(it -> chain("tcp", FilterChain.Match.ANY, port, List.of(it)));
  }

  /// The rules of a route in their order, up to the first that takes all.
  List<FilterChain> chains(Route route, int port, String listener) {
    var facts = new Facts(false, Set.of(port), 0, Optional.of(view.proxy().workload()), listener);
    var chains = new ArrayList<FilterChain>();
    for (Route.Rule rule : route.rules()) {
      Settled settled = Settle.least(rule.match().value(), facts, LowerStreams::unsaid);
      settled.doubts().stream()
          .findFirst()
          .ifPresent(it -> view.fleet().losses().add(unclear(rule, route, it)));
      List<Weighted> to = backends(rule, port);
      for (Match alternative : Alternatives.of(settled.match())) {
        List<String> names = names(alternative);
        boolean taken = chains.stream().anyMatch(it -> it.match().serverNames().equals(names));
        if (!to.isEmpty() && !taken) {
          FilterChain.Match match =
              names.isEmpty() ? FilterChain.Match.ANY : FilterChain.Match.names(names);
          chains.add(chain(names.isEmpty() ? "tcp" : String.join(",", names), match, port, to));
        }
      }
    }
    return chains;
  }

  /// Why a predicate does not choose a chain.
  private static Optional<String> unsaid(Match leaf) {
    return leaf instanceof Attribute.Sni(var text) && host(text).isPresent()
        ? Optional.empty()
        : Optional.of("connections are told apart by their port and server name alone");
  }

  private static Optional<String> host(TextPattern text) {
    return switch (text) {
      case TextPattern.Exact(var name) -> Optional.of(name);
      case TextPattern.Suffix(var end) when end.startsWith(".") -> Optional.of("*" + end);
      case TextPattern.IgnoreCase(var of) -> host(of);
      default -> Optional.empty();
    };
  }

  private static List<String> names(Match alternative) {
    return Alternatives.parts(alternative).stream()
        .filter(Attribute.Sni.class::isInstance)
        .flatMap(it -> host(((Attribute.Sni) it).host()).stream())
        .toList();
  }

  private List<Weighted> backends(Route.Rule rule, int port) {
    var weighted = new ArrayList<Weighted>();
    for (Backend backend : rule.backends()) {
      if (backend.weight().value() > 0) {
        Optional<Service> service = view.service(backend.service().value());
        boolean single = service.filter(it -> it.ports().size() == 1).isPresent();
        int to =
            backend
                .port()
                .orElse(single ? service.orElseThrow().ports().getFirst().number() : port);
        String subset = backend.subset().map(At::value).orElse("");
        weighted.add(
            service
                .flatMap(it -> Destination.of(it, to, subset))
                .map(it -> weighted(it, backend.weight().value()))
                .orElseGet(() ->
                    new Weighted(
                        clusters.add(LowerCluster.nowhere()),
                        backend.weight().value(),
                        HeaderEdits.NONE,
                        Optional.empty())));
      }
    }
    return weighted;
  }

  private Weighted weighted(Destination destination, int weight) {
    Cluster cluster = LowerCluster.of(destination, false, view).orElseGet(LowerCluster::nowhere);
    return new Weighted(clusters.add(cluster), weight, HeaderEdits.NONE, Optional.empty());
  }

  private static FilterChain chain(
      String name, FilterChain.Match match, int port, List<Weighted> to) {
    return new FilterChain(name, match, List.of(proxy("outbound_" + port, to)), Optional.empty());
  }

  private boolean sniffed(Service service, int port) {
    return service
        .port(port)
        .filter(it -> Readings.of(service, it, view) == Protocol.SNIFFED)
        .isPresent();
  }

  /// @param sniffed there is HTTP at the port, too, which says for whom it is
  private static Loss ambiguous(Service service, int port, boolean sniffed) {
    Match at = new Match.OnServicePort(port);
    Match connections = new Match.Not(new Match.OnHttp());
    return new Loss(
        service.origin(),
        Optional.empty(),
        Feature.ENDPOINTS.label(),
        Effect.NARROWS_ACCESS,
        Region.to(service.name(), sniffed ? Match.all(at, connections) : at),
        "port "
            + port
            + " stands for several Services that are not HTTP, and nothing tells a connection to `"
            + service.name().label()
            + "` from one to another",
        "give each a port of its own");
  }

  private static Loss unclear(Route.Rule rule, Route route, String because) {
    return new Loss(
        rule.match().origin(),
        Optional.of(rule.owner().orElse(route.resource())),
        Feature.ROUTE_MATCH.label(),
        Effect.CHANGES_ROUTING,
        Region.to(route.service(), rule.match().value()),
        "only what the rule surely covers goes by it: " + because,
        "");
  }
}
