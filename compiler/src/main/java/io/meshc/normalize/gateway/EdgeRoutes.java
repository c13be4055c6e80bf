package io.meshc.normalize.gateway;

import io.meshc.dialect.gateway.Gateway;
import io.meshc.dialect.gateway.route.GrpcRoute;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.dialect.gateway.route.StreamRoute;
import io.meshc.model.Route.Layer;
import io.meshc.model.Route.Unmatched;
import io.meshc.model.ServiceName;
import io.meshc.model.match.HostPattern;
import io.meshc.model.match.Match;
import io.meshc.model.match.Truth;
import io.meshc.model.proxy.Audience;
import io.meshc.model.proxy.Gateway.BoundHost;
import io.meshc.model.proxy.Gateway.Listener;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Settings.GatewayProfile;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Gateways, and the routes that are bound to them → what their proxies listen for, and where requests go from there. Each listener
/// is a gateway of its own in the model.
///
/// To the text, the rules of a wider host are tried where those of a narrower one do not cover a request. To Istio the host chooses
/// the rules once and for all (measured).
public final class EdgeRoutes {
  private final Environment environment;
  private final Ledger ledger;
  private final Implementation implementation;

  private EdgeRoutes(Environment environment, Ledger ledger) {
    this.environment = environment;
    this.ledger = ledger;
    this.implementation = environment.implementation();
  }

  public static void normalize(Environment environment, Ledger ledger) {
    var routes = new EdgeRoutes(environment, ledger);
    for (Gateway it : environment.resources().of(Gateway.class)) {
      if (routes.implementation.serves(it)) {
        Listenings.of(it, environment).forEach(routes::add);
      }
    }
  }

  private void add(Listening listening) {
    if (listening.protocol().equals("UDP")) {
      return;
    }
    for (Implementation.Proxies it : implementation.proxies(listening.gateway())) {
      if (it.ports().map(ports -> ports.contains(listening.port())).orElse(true)) {
        ledger.add(
            new io.meshc.model.proxy.Gateway(
                listening.id(),
                implementation.plane(),
                it.scope(),
                List.of(listener(listening)),
                listening.holder().origin()));
      }
    }
    requests(listening);
    streams(listening);
  }

  private static Listener listener(Listening listening) {
    return new Listener(
        listening.port(),
        listening.kind(),
        List.of(new BoundHost("*", listening.host())),
        false,
        asksForCertificate(listening),
        true,
        listening.written().origin());
  }

  private static boolean asksForCertificate(Listening listening) {
    return listening.protocol().equals("HTTPS")
        && listening
            .clients()
            .filter(it -> !it.mode().map(At::value).orElse("").equals("AllowInsecureFallback"))
            .filter(it -> !it.caCertificateRefs().isEmpty())
            .isPresent();
  }

  private void requests(Listening listening) {
    Map<HostPattern, List<Ranked>> hosts = new TreeMap<>(Comparator.naturalOrder());
    for (HttpRoute it : environment.bound().routes(listening, HttpRoute.class)) {
      attach(it, listening, hosts, _ -> RouteRules.of(it, true, environment));
    }
    for (GrpcRoute it : environment.bound().routes(listening, GrpcRoute.class)) {
      attach(it, listening, hosts, _ -> RouteRules.of(it, true, environment));
    }
    for (HostPattern host : hosts.keySet()) {
      var rules = new ArrayList<Ranked>();
      around(host).forEach(it -> rules.addAll(hosts.getOrDefault(it, List.of())));
      declare(listening, host, rules, Layer.HTTP);
    }
  }

  /// The hosts whose rules count for one: to the text those that cover it, in the order of hosts.
  private List<HostPattern> around(HostPattern host) {
    var all = new TreeSet<HostPattern>(Comparator.naturalOrder());
    all.add(host);
    if (implementation.profile() != GatewayProfile.ISTIO) {
      all.add(new HostPattern("*"));
      String text = host.text();
      for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
        all.add(new HostPattern("*" + text.substring(dot)));
      }
    }
    return all.stream().filter(it -> it.covers(host)).toList();
  }

  private void streams(Listening listening) {
    Map<HostPattern, List<Ranked>> hosts = new TreeMap<>(Comparator.naturalOrder());
    for (StreamRoute it : environment.bound().routes(listening, StreamRoute.class)) {
      attach(it, listening, hosts, host -> StreamRules.of(it, host, true, environment));
    }
    List<Ranked> all = hosts.values().stream().flatMap(List::stream).toList();
    if (!all.isEmpty()) {
      declare(listening, listening.host(), all, Layer.TCP);
    }
  }

  private void attach(
      Route route,
      Listening listening,
      Map<HostPattern, List<Ranked>> into,
      Function<HostPattern, List<Ranked>> rules) {
    Truth allowed = Attached.allowed(route, listening, environment);
    if (allowed.isNo()) {
      return;
    }
    for (HostPattern host : Attached.hosts(route, listening)) {
      List<Ranked> there = into.computeIfAbsent(host, _ -> new ArrayList<>());
      rules.apply(host).forEach(it -> there.add(perhaps(it.at(host), allowed)));
    }
  }

  private static Ranked perhaps(Ranked ranked, Truth allowed) {
    return allowed instanceof Truth.Unknown(var because)
        ? ranked.where(new Match.Unclear(Match.NONE, Match.ANY, because))
        : ranked;
  }

  private void declare(Listening listening, HostPattern host, List<Ranked> rules, Layer layer) {
    if (rules.isEmpty()) {
      return;
    }
    Ranked first = rules.stream().min(Ranked.BY_OWNER).orElseThrow();
    String label = listening.holder().namespace() + "/" + listening.id().name();
    ledger.add(
        new io.meshc.model.Route(
            first.owner(),
            implementation.plane(),
            new ServiceName("", host.text()),
            new Audience(Optional.empty(), Set.of(label)),
            layer,
            MergeRules.ofHost(rules, implementation.profile()),
            Unmatched.NO_ROUTE,
            first.rule().match().origin()));
  }
}
