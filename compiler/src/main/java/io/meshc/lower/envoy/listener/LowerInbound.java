package io.meshc.lower.envoy.listener;

import io.meshc.dialect.envoy.Address;
import io.meshc.dialect.envoy.http.HttpFilter;
import io.meshc.dialect.envoy.listener.AccessLog;
import io.meshc.dialect.envoy.listener.FilterChain;
import io.meshc.dialect.envoy.listener.Listener;
import io.meshc.dialect.envoy.listener.Listener.Direction;
import io.meshc.dialect.envoy.listener.Listener.Inspector;
import io.meshc.dialect.envoy.listener.NetworkFilter;
import io.meshc.dialect.envoy.listener.NetworkFilter.TcpProxy;
import io.meshc.dialect.envoy.listener.NetworkFilter.TcpProxy.Connect;
import io.meshc.dialect.envoy.route.Action;
import io.meshc.dialect.envoy.route.HeaderEdits;
import io.meshc.dialect.envoy.route.RouteConfig;
import io.meshc.dialect.envoy.route.VirtualHost;
import io.meshc.dialect.envoy.tls.ServerTls;
import io.meshc.lower.envoy.cluster.LowerCluster;
import io.meshc.lower.envoy.cluster.LowerTls;
import io.meshc.lower.envoy.policy.Facts;
import io.meshc.lower.envoy.policy.Guard;
import io.meshc.lower.envoy.policy.LowerAuthorization;
import io.meshc.lower.envoy.policy.LowerTokens;
import io.meshc.lower.envoy.proxy.Fleet;
import io.meshc.lower.envoy.proxy.Proxy;
import io.meshc.lower.envoy.proxy.Sentry;
import io.meshc.lower.envoy.route.Clusters;
import io.meshc.lower.envoy.table.LowerGrants;
import io.meshc.lower.envoy.table.LowerWays;
import io.meshc.model.Authorization;
import io.meshc.model.PeerTls.Mode;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.match.Match;
import io.meshc.model.proxy.Border.Entrance;
import io.meshc.model.traffic.RateLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The ports of a workload → where its proxy listens for peers: the transport is checked by the choice of a filter chain, then the
/// authorizations, and what is left goes to the application.
public final class LowerInbound {
  private static final int CAPTURE = 15006;
  private final Fleet fleet;
  private final Proxy proxy;
  private final Clusters clusters;

  private LowerInbound(Fleet fleet, Proxy proxy, Clusters clusters) {
    this.fleet = fleet;
    this.proxy = proxy;
    this.clusters = clusters;
  }

  public static List<Listener> lower(Proxy proxy, Fleet fleet, Clusters clusters) {
    return new LowerInbound(fleet, proxy, clusters).listeners();
  }

  private List<Listener> listeners() {
    List<InboundPort> ports = InboundPort.of(proxy, fleet);
    if (!fleet.options().isCapturing()) {
      return ports.stream().map(this::bound).toList();
    }
    if (ports.isEmpty()) {
      return List.of();
    }
    var chains = new ArrayList<FilterChain>();
    var inspectors = new TreeSet<Inspector>(Set.of(Inspector.ORIGINAL_DESTINATION));
    var unread = new TreeSet<Integer>();
    for (InboundPort port : ports) {
      if (fleet.past().isPast(proxy.workload(), proxy.plane(), port.number())) {
        continue; // the network does not bring it
      }
      List<FilterChain> own = chains(port);
      own.forEach(it ->
          chains.add(
              new FilterChain(
                  port.number() + "-" + it.name(),
                  it.match().at(port.number()),
                  it.filters(),
                  it.tls())));
      Set<Inspector> needed = inspectors(own);
      inspectors.addAll(needed);
      if (needed.isEmpty() && port.serverFirst()) {
        unread.add(port.number());
      }
    }
    if (chains.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Listener(
            "inbound",
            new Address("0.0.0.0", CAPTURE),
            List.of(),
            Direction.INBOUND,
            inspectors,
            unread,
            chains,
            Optional.empty()));
  }

  private Listener bound(InboundPort port) {
    List<Address> addresses =
        proxy.addresses().stream().map(it -> new Address(it, port.number())).toList();
    List<FilterChain> chains = chains(port);
    return new Listener(
        "inbound-" + port.number(),
        addresses.getFirst(),
        addresses.subList(1, addresses.size()),
        Direction.INBOUND,
        inspectors(chains),
        new TreeSet<>(),
        chains,
        Optional.empty());
  }

  /// What has to look at the first bytes for one of these to be chosen.
  private static TreeSet<Inspector> inspectors(List<FilterChain> chains) {
    var inspectors = new TreeSet<Inspector>();
    for (FilterChain chain : chains) {
      if (!chain.match().transport().isEmpty()) {
        inspectors.add(Inspector.TLS);
      }
      if (chain.match().applications().contains("http/1.1")) {
        inspectors.add(Inspector.HTTP);
      }
    }
    return inspectors;
  }

  private static final List<String> PLAIN_HTTP = List.of("http/1.0", "http/1.1", "h2c");
  private static final FilterChain.Match OF_MESH = FilterChain.Match.tls(LowerTls.ALPN);
  private static final FilterChain.Match TLS = FilterChain.Match.transport("tls");
  private static final FilterChain.Match RAW = FilterChain.Match.transport("raw_buffer");

  private List<FilterChain> chains(InboundPort port) {
    if (fleet.past().isPast(proxy.workload(), proxy.plane(), port.number())) {
      List<NetworkFilter> open = stream(port, Guard.OPEN, false);
      return List.of(chain("past", FilterChain.Match.ANY, open, Optional.empty()));
    }
    Mode mode = fleet.modes().at(proxy.workload(), proxy.plane(), port.number());
    List<FilterChain> own =
        switch (port.protocol()) {
          case HTTP -> http(port, mode);
          case TCP -> tcp(port, mode);
          case SNIFFED -> sniffed(port, mode);
        };
    return new Doors(proxy, fleet)
        .beside(own, port.number(), mode, it -> manager(port, guard(port, it)));
  }

  private Guard guard(InboundPort port, Entrance door) {
    return LowerAuthorization.entrance(
        door.resource(), door.clients(), facts(port, true), fleet.losses());
  }

  private List<FilterChain> http(InboundPort port, Mode mode) {
    NetworkFilter manager = manager(port);
    return switch (mode) {
      case STRICT, UNSET ->
          List.of(chain("mtls", FilterChain.Match.ANY, List.of(manager), Optional.of(tls())));
      case DISABLE ->
          List.of(chain("plain", FilterChain.Match.ANY, List.of(manager), Optional.empty()));
      case PERMISSIVE ->
          List.of(
              chain("mtls", OF_MESH, List.of(manager), Optional.of(tls())),
              chain("plain", RAW, List.of(manager), Optional.empty()));
    };
  }

  private List<FilterChain> tcp(InboundPort port, Mode mode) {
    Guard guard = guard(port, false);
    return switch (mode) {
      case STRICT, UNSET ->
          List.of(
              chain(
                  "mtls",
                  FilterChain.Match.ANY,
                  stream(port, guard, true),
                  Optional.of(LowerTls.server(proxy, guard.only(), fleet))));
      case DISABLE ->
          List.of(
              chain("plain", FilterChain.Match.ANY, stream(port, guard, false), Optional.empty()));
      case PERMISSIVE -> {
        List<NetworkFilter> plain = stream(port, guard, false);
        yield List.of(
            chain(
                "mtls",
                OF_MESH,
                stream(port, guard, true),
                Optional.of(LowerTls.server(proxy, guard.only(), fleet))),
            chain("plain", RAW, plain, Optional.empty()),
            chain("tls", TLS, plain, Optional.empty()));
      }
    };
  }

  /// A client of ours says within its TLS whether HTTP comes; of others the first bytes tell.
  private List<FilterChain> sniffed(InboundPort port, Mode mode) {
    Guard guard = guard(port, false);
    NetworkFilter manager = manager(port);
    var chains = new ArrayList<FilterChain>();
    if (mode != Mode.DISABLE) {
      chains.add(
          chain(
              "mtls-tcp",
              FilterChain.Match.tls(LowerTls.ALPN_TCP),
              stream(port, guard, true),
              Optional.of(LowerTls.server(proxy, guard.only(), fleet))));
      // Envoy settles on the transport before it looks at what is within, and does not come back:
      // a chain for any transport would hear nothing of TLS beside the one above.
      FilterChain.Match rest = mode == Mode.PERMISSIVE ? OF_MESH : TLS;
      chains.add(chain("mtls", rest, List.of(manager), Optional.of(tls())));
    }
    if (mode == Mode.DISABLE || mode == Mode.PERMISSIVE) {
      chains.add(chain("plain", RAW.speaking(PLAIN_HTTP), List.of(manager), Optional.empty()));
      chains.add(chain("plain-tcp", RAW, stream(port, guard, false), Optional.empty()));
    }
    if (mode == Mode.PERMISSIVE) {
      chains.add(chain("tls", TLS, stream(port, guard, false), Optional.empty()));
    }
    return chains;
  }

  private static FilterChain chain(
      String name, FilterChain.Match match, List<NetworkFilter> filters, Optional<ServerTls> tls) {
    return new FilterChain(name, match, filters, tls);
  }

  private ServerTls tls() {
    return LowerTls.server(proxy, Optional.empty(), fleet);
  }

  private String cluster(InboundPort port) {
    String name = "inbound|" + port.number();
    return clusters.add(
        LowerCluster.application(
            name, proxy.application(), port.number(), port.protocol() != Protocol.TCP));
  }

  /// A client that is not let in reaches nothing of the application: where its certificate tells, the handshake has to end first,
  /// else it has to send what the policies can judge.
  private List<NetworkFilter> stream(InboundPort port, Guard guard, boolean encrypted) {
    var filters = new ArrayList<NetworkFilter>();
    String prefix = "inbound_" + port.number();
    guard.deny().ifPresent(it -> filters.add(new NetworkFilter.Rbac(prefix, it)));
    guard.allow().ifPresent(it -> filters.add(new NetworkFilter.Rbac(prefix, it)));
    LowerLimits.connections(prefix, limits(port)).ifPresent(filters::add);
    port.counted(fleet.options().contrib())
        .ifPresent(it -> filters.add(new NetworkFilter.Plain(it, prefix)));
    Optional<Connect> connects =
        guard.isOpen()
            ? Optional.empty()
            : Optional.of(encrypted && guard.only().isPresent() ? Connect.HANDSHAKE : Connect.DATA);
    filters.add(
        new TcpProxy(
            prefix,
            List.of(new Action.Weighted(cluster(port), 1, HeaderEdits.NONE, Optional.empty())),
            connects,
            List.of(AccessLog.TCP)));
    return filters;
  }

  private NetworkFilter manager(InboundPort port) {
    return manager(port, guard(port, true));
  }

  private NetworkFilter manager(InboundPort port, Guard guard) {
    var filters = new ArrayList<HttpFilter>();
    LowerTokens.lower(proxy, fleet, clusters).ifPresent(filters::add);
    guard.deny().ifPresent(it -> filters.add(new HttpFilter.Rbac(it)));
    guard.allow().ifPresent(it -> filters.add(new HttpFilter.Rbac(it)));
    String name = "inbound_" + port.number();
    var hosts = List.of(host(port));
    return Managers.of(
        name,
        Managers.Side.INBOUND,
        Managers.Paths.of(proxy.plane(), fleet.options().hardens(), guardsPaths()),
        filters,
        new RouteConfig(name, hosts, true));
  }

  /// The ways in, where a table says them.
  private VirtualHost host(InboundPort port) {
    Optional<Sentry> sentry = sentry(port).filter(it -> !it.routes().isEmpty());
    if (sentry.isEmpty()) {
      return LowerLimits.host(cluster(port), limits(port));
    }
    Action forward = Action.Forward.to(cluster(port), "0s");
    var ways = new LowerWays(sentry.get(), facts(port, true), fleet.losses(), forward);
    return new VirtualHost("inbound", List.of("*"), ways.routes());
  }

  private Optional<Sentry> sentry(InboundPort port) {
    return Sentry.at(proxy, port.number(), fleet);
  }

  private static Facts facts(InboundPort port, boolean http) {
    return new Facts(
        http, port.servicePorts(), port.number(), Optional.empty(), Request.Context.MESH);
  }

  private Guard guard(InboundPort port, boolean http) {
    Facts facts = facts(port, http);
    Optional<Sentry> sentry = sentry(port);
    if (sentry.isPresent() && http && !sentry.get().routes().isEmpty()) {
      return new Guard(Optional.empty(), Optional.of(LowerWays.shut()), Optional.empty());
    }
    if (sentry.isPresent()) {
      return new LowerGrants(sentry.get(), facts, fleet.losses()).guard();
    }
    return LowerAuthorization.lower(policies(), proxy.plane(), facts, fleet.losses());
  }

  /// What is said of Services by which the port is called.
  private List<RateLimit> limits(InboundPort port) {
    return fleet.mesh().proxies().limits().stream()
        .filter(it -> it.plane().equals(proxy.plane().id()))
        .filter(it -> port.services().contains(it.service()))
        .toList();
  }

  private List<Authorization> policies() {
    return fleet.lookup().authorizationsAt(proxy.workload());
  }

  private boolean guardsPaths() {
    return policies().stream()
        .flatMap(it -> it.rules().stream())
        .anyMatch(it -> asksPath(it.match()));
  }

  private static boolean asksPath(Match match) {
    return switch (match) {
      case Match.OnPath _ -> true;
      case Match.Not(var of) -> asksPath(of);
      case Match.All(var of) -> of.stream().anyMatch(LowerInbound::asksPath);
      case Match.OneOf(var of) -> of.stream().anyMatch(LowerInbound::asksPath);
      case Match.Unclear(var least, var most, var _) -> asksPath(least) || asksPath(most);
      default -> false;
    };
  }
}
