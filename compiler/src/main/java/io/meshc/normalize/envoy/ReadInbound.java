package io.meshc.normalize.envoy;

import io.meshc.model.Authorization;
import io.meshc.model.Authorization.Effect;
import io.meshc.model.Authorization.Rule;
import io.meshc.model.Extension;
import io.meshc.model.PeerTls;
import io.meshc.model.PeerTls.Mode;
import io.meshc.model.Scope;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.model.proxy.TokenPolicy;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the proxy beside a server asks of its peers, port by port: by the filter chains of its inbound listeners.
final class ReadInbound {
  /// Stands for every port that no chain names.
  private static final int OTHERS = 0;

  private static final Set<String> HARMLESS =
      Set.of(
          "envoy.filters.http.router",
          "envoy.filters.http.grpc_stats",
          "envoy.filters.http.grpc_web",
          "envoy.filters.http.cors",
          "envoy.filters.http.fault",
          "envoy.filters.http.local_ratelimit",
          "envoy.filters.http.health_check",
          "envoy.filters.network.tcp_proxy",
          "envoy.filters.network.local_ratelimit",
          "envoy.filters.network.connection_limit",
          "envoy.filters.network.mongo_proxy",
          "envoy.filters.network.mysql_proxy",
          "envoy.filters.network.postgres_proxy",
          "envoy.filters.network.kafka_broker",
          "istio.metadata_exchange",
          "istio.stats",
          "istio.alpn");

  private final EnvoyProxy proxy;
  private final Scope scope;
  private final Map<Integer, List<Tree>> chains = new TreeMap<>();
  private final List<Rule> allow = new ArrayList<>();
  private final List<Rule> deny = new ArrayList<>();
  private final List<TokenPolicy> tokens = new ArrayList<>();
  private final List<Extension> extensions = new ArrayList<>();
  private boolean guarded;

  ReadInbound(EnvoyProxy proxy, Scope scope) {
    this.proxy = proxy;
    this.scope = scope;
    proxy.listeners().stream()
        .filter(it -> it.text("traffic_direction").equals("INBOUND"))
        .forEach(this::listener);
    chains.forEach(this::port);
  }

  private void listener(Tree listener) {
    boolean captures =
        listener.flag("use_original_dst") || listener.text("name").startsWith("virtual");
    int own = listener.at("address").at("socket_address").number("port_value", OTHERS);
    for (Tree it : listener.each("filter_chains")) {
      int port = it.at("filter_chain_match").wrapped("destination_port", captures ? OTHERS : own);
      if (!captures || port != own) {
        chains.computeIfAbsent(port, _ -> new ArrayList<>()).add(it);
      }
    }
    if (listener.has("default_filter_chain") && !captures) {
      chains.computeIfAbsent(own, _ -> new ArrayList<>()).add(listener.at("default_filter_chain"));
    }
  }

  /// The port, or all that no chain names.
  private Match at(int port) {
    if (port != OTHERS) {
      return new Match.OnWorkloadPort(port);
    }
    var named = new ArrayList<Match>();
    chains.keySet().stream()
        .filter(it -> it != OTHERS)
        .forEach(it -> named.add(new Match.OnWorkloadPort(it)));
    return named.isEmpty() ? Match.ANY : new Match.Not(Match.oneOf(named));
  }

  /// Chains of one port that ask the same of everybody are said once.
  private void port(int port, List<Tree> all) {
    boolean http = all.stream().anyMatch(it -> manager(it).isPresent());
    boolean tcp = all.stream().anyMatch(it -> manager(it).isEmpty());
    boolean both = http && tcp && isHttpKnown(all);
    var seen = new HashSet<String>();
    for (Tree chain : all) {
      if (isTlsPassedOn(chain)) {
        continue;
      }
      Optional<Tree> manager = manager(chain);
      Match where = Match.all(at(port), comesFrom(chain));
      if (both) {
        where =
            Match.all(
                where,
                manager.isPresent() ? new Match.OnHttp() : new Match.Not(new Match.OnHttp()));
      }
      var guards = new Guards(where, chain.origin());
      List<Tree> filters =
          manager.map(it -> it.each("http_filters")).orElseGet(() -> chain.each("filters"));
      filters.forEach(guards::read);
      manager.ifPresent(guards::routes);
      if (seen.add(guards.key())) {
        guards.keep();
      }
    }
  }

  /// A door for some addresses alone; beside TLS, for those who prove nothing.
  private static Match comesFrom(Tree chain) {
    Tree match = chain.at("filter_chain_match");
    List<Match> blocks = ReadRbac.blocks(match.each("source_prefix_ranges"));
    if (blocks.isEmpty()) {
      return Match.ANY;
    }
    return match.text("transport_protocol").equals("raw_buffer")
        ? Match.all(Match.oneOf(blocks), new Match.Not(new Match.OnIdentity(TextPattern.ANYTHING)))
        : Match.oneOf(blocks);
  }

  /// TLS of an application's own: nothing but bytes, and no peer that proves anything.
  private static boolean isTlsPassedOn(Tree chain) {
    return !chain.has("transport_socket")
        && chain.at("filter_chain_match").text("transport_protocol").equals("tls");
  }

  /// Whether chains are told apart by what is HTTP: else a TCP chain is another door of the same port.
  private static boolean isHttpKnown(List<Tree> all) {
    return all.stream()
        .filter(it -> manager(it).isPresent())
        .anyMatch(it -> !it.at("filter_chain_match").texts("application_protocols").isEmpty());
  }

  static Optional<Tree> manager(Tree chain) {
    return chain.each("filters").stream()
        .map(it -> it.at("typed_config"))
        .filter(it -> it.isA("HttpConnectionManager"))
        .findFirst();
  }

  /// What the filters of one chain ask.
  private final class Guards {
    private final Match where;
    private final Origin origin;
    private final List<Rule> allowed = new ArrayList<>();
    private final List<Rule> denied = new ArrayList<>();
    private final List<TokenPolicy.Issuer> issuers = new ArrayList<>();
    private final List<Extension> unknown = new ArrayList<>();
    private Match asked = Match.ANY;
    private int allows;

    Guards(Match where, Origin origin) {
      this.where = where;
      this.origin = origin;
    }

    void read(Tree filter) {
      Tree config = filter.at("typed_config");
      if (config.isA("RBAC")) {
        rbac(config);
      } else if (config.isA("JwtAuthentication")) {
        jwt(config);
      } else if (config.isA("ExtAuthz")) {
        unread("external authorization", Extension.Touches.MAY_DENY, asked);
      } else if (!HARMLESS.contains(filter.text("name"))) {
        unread("filter `" + filter.text("name") + "`", Extension.Touches.ANYTHING, Match.ANY);
      }
    }

    /// What holds on single routes alone is not looked into.
    void routes(Tree manager) {
      boolean own =
          manager.at("route_config").each("virtual_hosts").stream()
              .flatMap(it -> it.each("routes").stream())
              .flatMap(it -> it.at("typed_per_filter_config").values().stream())
              .anyMatch(it -> it.isA("RBACPerRoute"));
      if (own) {
        unread("rules of single routes", Extension.Touches.ANYTHING, Match.ANY);
      }
    }

    private void rbac(Tree config) {
      if (config.text("shadow_rules_stat_prefix").contains("ext_authz")) {
        asked = ReadRbac.matched(config.at("shadow_rules"));
      }
      if (config.has("matcher")) {
        unread("a matcher of `envoy.filters.http.rbac`", Extension.Touches.MAY_DENY, Match.ANY);
      }
      if (!config.has("rules")) {
        return;
      }
      Tree rules = config.at("rules");
      switch (rules.text("action")) {
        case "DENY" -> denied.addAll(ReadRbac.rules(rules));
        case "LOG" -> {}
        default -> {
          allows++;
          if (allows > 1) {
            unread("a second filter that allows", Extension.Touches.MAY_DENY, Match.ANY);
          } else {
            allowed.addAll(ReadRbac.rules(rules));
          }
        }
      }
    }

    private void jwt(Tree config) {
      boolean missing =
          config.each("rules").stream().allMatch(it -> isMissingAllowed(it.at("requires")));
      if (!missing) {
        unread("tokens that are needed", Extension.Touches.MAY_DENY, Match.ANY);
      }
      config.at("providers").values().forEach(it -> issuers.add(issuer(it)));
    }

    private static boolean isMissingAllowed(Tree requires) {
      return requires.has("allow_missing")
          || requires.has("allow_missing_or_failed")
          || requires.at("requires_any").each("requirements").stream()
              .anyMatch(Guards::isMissingAllowed)
          || (requires.has("requires_all")
              && requires.at("requires_all").each("requirements").stream()
                  .allMatch(Guards::isMissingAllowed));
    }

    private static TokenPolicy.Issuer issuer(Tree provider) {
      boolean usual =
          provider.each("from_params").isEmpty()
              && (provider.each("from_headers").isEmpty()
                  || provider.each("from_headers").stream()
                      .anyMatch(it -> it.text("name").equalsIgnoreCase("authorization")));
      var writes = new HashSet<String>();
      provider
          .each("claim_to_headers")
          .forEach(it -> writes.add(it.text("header_name").toLowerCase(Locale.ROOT)));
      if (provider.has("forward_payload_header")) {
        writes.add(provider.text("forward_payload_header").toLowerCase(Locale.ROOT));
      }
      Tree splits = provider.at("normalize_payload_in_metadata");
      return new TokenPolicy.Issuer(
          provider.text("issuer"),
          provider.texts("audiences"),
          !usual,
          provider.flag("forward"),
          writes,
          Set.copyOf(splits.texts("space_delimited_claims")),
          provider.origin());
    }

    private void unread(String what, Extension.Touches touches, Match requests) {
      unknown.add(
          new Extension(
              proxy.id(),
              ReadEnvoy.PLANE,
              scope,
              what,
              touches,
              Match.all(where, requests),
              origin));
    }

    /// What it asks, without where it stands.
    String key() {
      return where
          + " "
          + allows
          + " "
          + allowed
          + denied
          + issuers.stream().map(it -> it.name() + it.audiences()).toList()
          + unknown.stream().map(Extension::what).toList();
    }

    void keep() {
      denied.forEach(it -> deny.add(narrowed(it)));
      if (allows > 0) {
        guarded = true;
        allowed.forEach(it -> allow.add(narrowed(it)));
      } else {
        At<Match> anybody = At.of(Match.ANY, origin);
        allow.add(new Rule(anybody, At.of(where, origin)));
      }
      if (!issuers.isEmpty() && tokens.isEmpty()) {
        tokens.add(new TokenPolicy(proxy.id(), ReadEnvoy.PLANE, scope, issuers, origin));
      }
      extensions.addAll(unknown);
    }

    private Rule narrowed(Rule rule) {
      return new Rule(rule.clients(), rule.requests().map(it -> Match.all(where, it)));
    }
  }

  /// Whoever is allowed, where anybody asks at all; whoever is denied.
  List<Authorization> authorizations() {
    var all = new ArrayList<Authorization>();
    if (guarded) {
      all.add(authorization(Effect.ALLOW, allow));
    }
    if (!deny.isEmpty()) {
      all.add(authorization(Effect.DENY, deny));
    }
    return all;
  }

  private Authorization authorization(Effect effect, List<Rule> rules) {
    Origin origin = rules.isEmpty() ? Origin.none() : rules.getFirst().origin();
    return new Authorization(proxy.id(), ReadEnvoy.PLANE, effect, scope, rules, origin);
  }

  List<TokenPolicy> tokens() {
    return List.copyOf(tokens);
  }

  List<Extension> extensions() {
    return List.copyOf(extensions);
  }

  /// The mode of each port; that of all others is the policy's own.
  Optional<PeerTls> peerTls() {
    if (chains.isEmpty()) {
      return Optional.empty();
    }
    var ports = new HashMap<Integer, At<Mode>>();
    At<Mode> others = At.of(Mode.PERMISSIVE, Origin.none());
    for (Map.Entry<Integer, List<Tree>> it : chains.entrySet()) {
      At<Mode> mode = At.of(mode(it.getValue()), it.getValue().getFirst().origin());
      if (it.getKey() == OTHERS) {
        others = mode;
      } else {
        ports.put(it.getKey(), mode);
      }
    }
    return Optional.of(
        new PeerTls(proxy.id(), ReadEnvoy.PLANE, scope, others, ports, others.origin()));
  }

  private static Mode mode(List<Tree> chains) {
    boolean proven = false;
    boolean plain = false;
    for (Tree it : chains) {
      Tree socket = it.at("transport_socket").at("typed_config");
      if (socket.isA("DownstreamTlsContext")) {
        proven |= socket.flag("require_client_certificate");
      } else {
        plain |= !isTlsPassedOn(it);
      }
    }
    return proven ? plain ? Mode.PERMISSIVE : Mode.STRICT : Mode.DISABLE;
  }

  /// The trust domains that servers take certificates of; empty for any.
  Set<String> trustDomains() {
    var domains = new HashSet<String>();
    chains.values().stream()
        .flatMap(List::stream)
        .forEach(it ->
            ReadClusters.peers(
                    it.at("transport_socket").at("typed_config").at("common_tls_context"))
                .forEach(id -> domains.add(id.substring("spiffe://".length()).split("/", 2)[0])));
    return domains;
  }

  /// Every HTTP chain, for what all of them do alike.
  List<Tree> managers() {
    return chains.values().stream()
        .flatMap(List::stream)
        .flatMap(it -> manager(it).stream())
        .toList();
  }
}
