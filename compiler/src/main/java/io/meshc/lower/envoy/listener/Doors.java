package io.meshc.lower.envoy.listener;

import io.meshc.dialect.envoy.Block;
import io.meshc.dialect.envoy.listener.FilterChain;
import io.meshc.dialect.envoy.listener.NetworkFilter;
import io.meshc.dialect.envoy.tls.ServerTls;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.lower.envoy.cluster.LowerTls;
import io.meshc.lower.envoy.placement.Placement.Spot;
import io.meshc.lower.envoy.policy.LowerPermission;
import io.meshc.lower.envoy.proxy.Fleet;
import io.meshc.lower.envoy.proxy.Proxy;
import io.meshc.model.PeerTls.Mode;
import io.meshc.model.Workload;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.model.proxy.Border.Entrance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a port takes from clients that have no proxy → filter chains beside those of the mesh. A client comes to one by its address and by
/// the server name that it asks for.
final class Doors {
  private final Proxy proxy;
  private final Fleet fleet;

  Doors(Proxy proxy, Fleet fleet) {
    this.proxy = proxy;
    this.fleet = fleet;
  }

  /// @param own the chains of the mesh, which say that they are by what clients of ours offer
  /// @param manager of HTTP, for those whom an entrance lets in
  List<FilterChain> beside(
      List<FilterChain> own, int port, Mode mode, Function<Entrance, NetworkFilter> manager) {
    var doors = new ArrayList<FilterChain>();
    for (Entrance entrance : entrances(port)) {
      if (mode != Mode.STRICT && mode != Mode.UNSET) {
        fleet.losses().add(shut(entrance, "the port takes plaintext from everybody"));
      } else {
        chains(entrance, doors.size(), manager).forEach(doors::add);
      }
    }
    if (doors.isEmpty()) {
      return own;
    }
    var all = new ArrayList<FilterChain>();
    own.forEach(it -> all.add(it.match().equals(FilterChain.Match.ANY) ? ofMesh(it) : it));
    all.addAll(doors);
    return all;
  }

  private static FilterChain ofMesh(FilterChain chain) {
    return new FilterChain(
        chain.name(), FilterChain.Match.tls(LowerTls.ALPN), chain.filters(), chain.tls());
  }

  private List<Entrance> entrances(int port) {
    return fleet.mesh().proxies().border().entrances().stream()
        .filter(it -> it.plane().equals(proxy.plane().id()) && it.port() == port)
        .filter(it -> it.scope().includes(proxy.workload()))
        .toList();
  }

  private List<FilterChain> chains(
      Entrance entrance, int taken, Function<Entrance, NetworkFilter> manager) {
    var chains = new ArrayList<FilterChain>();
    Optional<ServerTls> tls = entrance.encrypted() ? Optional.of(tls(entrance)) : Optional.empty();
    for (Match alternative : Alternatives.of(entrance.connection().value())) {
      Optional<FilterChain.Match> match = match(entrance, alternative);
      if (match.isEmpty()) {
        fleet.losses().add(shut(entrance, "the addresses of its clients are not known"));
      } else {
        String name = "door" + (taken + chains.size() == 0 ? "" : "-" + (taken + chains.size()));
        chains.add(new FilterChain(name, match.get(), List.of(manager.apply(entrance)), tls));
      }
    }
    return chains;
  }

  private ServerTls tls(Entrance entrance) {
    ServerTls ofMesh = LowerTls.server(proxy, Optional.empty(), fleet);
    return entrance.certified()
        ? ofMesh
        : new ServerTls(false, ofMesh.common().asking(Optional.empty()));
  }

  /// Empty where it cannot be said who comes to it.
  private Optional<FilterChain.Match> match(Entrance entrance, Match alternative) {
    var sources = new ArrayList<Block>();
    var names = new ArrayList<String>();
    var labels = new ArrayList<Map<String, String>>();
    var namespaces = new ArrayList<String>();
    for (Match part : Alternatives.parts(alternative)) {
      switch (part) {
        case Match.Any _ -> {}
        case Attribute.Address(var of, var block) when of == Attribute.Of.SOURCE ->
            sources.add(LowerPermission.block(block));
        case Attribute.ClientLabels(var of) -> labels.add(of);
        case Attribute.ClientNamespace(var namespace) -> namespaces.add(namespace);
        case Attribute.Sni(TextPattern.Exact(var name)) -> names.add(name);
        case Attribute.Sni(TextPattern.IgnoreCase(TextPattern.Exact(var name))) -> names.add(name);
        default -> {
          return Optional.empty();
        }
      }
    }
    boolean pods = !labels.isEmpty() || !namespaces.isEmpty();
    if (pods) {
      sources.addAll(addresses(labels, namespaces));
    }
    if (pods && sources.isEmpty()) {
      return Optional.empty();
    }
    String transport = entrance.encrypted() ? "tls" : "raw_buffer";
    return Optional.of(new FilterChain.Match(0, List.of(), names, transport, List.of(), sources));
  }

  private List<Block> addresses(List<Map<String, String>> labels, List<String> namespaces) {
    return fleet.mesh().workloads().stream()
        .filter(it -> namespaces.contains(it.namespace()))
        .filter(it -> labels.stream().allMatch(it::isSelectedBy))
        .flatMap(this::addresses)
        .flatMap(it -> AddressBlock.of(it).stream())
        .map(LowerPermission::block)
        .distinct()
        .toList();
  }

  /// As peers reach it, and where it sends from by itself.
  private Stream<String> addresses(Workload workload) {
    return fleet.spot(workload).map(Spot::addresses).orElse(List.of()).stream();
  }

  private static Loss shut(Entrance entrance, String because) {
    return new Loss(
        entrance.origin(),
        Optional.of(entrance.resource()),
        Feature.BORDER.label(),
        Effect.NARROWS_ACCESS,
        Region.at(entrance.scope(), new Match.OnWorkloadPort(entrance.port())),
        "port "
            + entrance.port()
            + " takes clients without a proxy, and none of them comes in: "
            + because,
        "give the addresses of the clients' workloads in the placement file, or name ranges of"
            + " addresses");
  }
}
