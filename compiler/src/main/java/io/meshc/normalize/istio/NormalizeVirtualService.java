package io.meshc.normalize.istio;

import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.dialect.istio.routing.VirtualService.TcpRoute;
import io.meshc.dialect.istio.routing.VirtualService.TlsRoute;
import io.meshc.model.Request.Context;
import io.meshc.model.Route;
import io.meshc.model.Route.Layer;
import io.meshc.model.Route.Rule;
import io.meshc.model.Route.Unmatched;
import io.meshc.model.match.Match;
import io.meshc.model.proxy.Audience;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// VirtualService → routes of the hosts that it names, for the proxies beside clients and for those of gateways.
///
/// Source: istio.io, "VirtualService".
///
/// @param delegates all that there are
record NormalizeVirtualService(
    IstioPlane plane, HostNames hosts, Delegates delegates, Ledger ledger) {

  void normalize(VirtualService source) {
    if (source.hosts().isEmpty()) {
      return;
    }
    var matches = new HttpMatches(source.meta().namespace());
    var rules = new HttpRules(source.meta().namespace(), hosts);
    Audience audience = audience(source, matches);
    var http = new ArrayList<Rule>();
    for (Delegates.Owned it : delegates.routes(source)) {
      var own = new HttpMatches(it.namespace());
      http.addAll(new HttpRules(it.namespace(), hosts).of(it.route(), own));
    }
    var tcp = new ArrayList<Rule>();
    source.tls().forEach(it -> tcp.add(tls(it, rules, matches)));
    source.tcp().forEach(it -> tcp.add(tcp(it, rules, matches)));
    // Copied once, so that all hosts share them: ten thousand hosts with as many rules are not
    // their product.
    List<Rule> httpRules = List.copyOf(http);
    List<Rule> tcpRules = List.copyOf(tcp);
    for (At<String> host : source.hosts()) {
      if (!source.http().isEmpty()) {
        ledger.add(route(source, host, audience, Layer.HTTP, httpRules, Unmatched.NO_ROUTE));
      }
      if (!tcpRules.isEmpty()) {
        Unmatched others = source.tls().isEmpty() ? Unmatched.SERVICE : Unmatched.NO_ROUTE;
        ledger.add(route(source, host, audience, Layer.TCP, tcpRules, others));
      }
    }
  }

  private Audience audience(VirtualService source, HttpMatches matches) {
    List<At<String>> exportTo =
        source.exportTo().isEmpty()
            ? plane.config().defaultVirtualServiceExportTo()
            : source.exportTo();
    var listeners = new HashSet<String>();
    source.gateways().forEach(it -> listeners.add(matches.listener(it.value())));
    if (listeners.isEmpty()) {
      listeners.add(Context.MESH);
    }
    return new Audience(IstioPlane.namespaces(exportTo, source.meta()), listeners);
  }

  private Route route(
      VirtualService source,
      At<String> host,
      Audience audience,
      Layer layer,
      List<Rule> rules,
      Unmatched unmatched) {
    return new Route(
        source.meta().id(),
        IstioPlane.ID,
        hosts.of(host.value(), source.meta().namespace()),
        audience,
        layer,
        rules,
        unmatched,
        source.meta().origin());
  }

  private static Rule tls(TlsRoute route, HttpRules rules, HttpMatches matches) {
    Match match = Match.oneOf(route.match().stream().map(matches::tls).toList());
    return new Rule(At.of(match, route.origin()), rules.backends(route.route()));
  }

  private static Rule tcp(TcpRoute route, HttpRules rules, HttpMatches matches) {
    Match match =
        route.match().isEmpty()
            ? Match.ANY
            : Match.oneOf(route.match().stream().map(matches::tcp).toList());
    return new Rule(At.of(match, route.origin()), rules.backends(route.route()));
  }
}
