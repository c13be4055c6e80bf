package io.meshc.lower.istio;

import io.meshc.dialect.istio.routing.HttpMatch;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.HttpRoute.Retries;
import io.meshc.dialect.istio.routing.VirtualService.RouteDestination;
import io.meshc.dialect.istio.routing.VirtualService.TcpMatch;
import io.meshc.dialect.istio.routing.VirtualService.TcpRoute;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.model.Protocol;
import io.meshc.model.Route;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort;
import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Match;
import io.meshc.model.match.MatchText;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One route at each port of its Service, as HTTP routes, as TCP routes, or as both where the proxy looks at the bytes.
final class RoutesOnPorts {
  private final Route route;
  private final Translation translation;
  private final List<HttpRoute> http = new ArrayList<>();
  private final List<TcpRoute> tcp = new ArrayList<>();
  private final List<Loss> losses = new ArrayList<>();

  RoutesOnPorts(Route route, Translation translation) {
    this.route = route;
    this.translation = translation;
  }

  List<HttpRoute> http() {
    return http;
  }

  List<TcpRoute> tcp() {
    return tcp;
  }

  List<Loss> losses() {
    return losses.stream().distinct().toList();
  }

  void run() {
    Optional<Service> root = translation.lookup().service(route.service());
    for (ServicePort port : root.map(Service::ports).orElse(List.of())) {
      boolean asHttp = port.protocol() != Protocol.TCP && route.layer() != Route.Layer.TCP;
      boolean asTcp = port.protocol() != Protocol.HTTP && route.layer() != Route.Layer.HTTP;
      if (asHttp) {
        httpAt(port.number());
      }
      if (asTcp) {
        tcpAt(port.number());
      }
    }
    if (root.isEmpty()) {
      String message =
          "Service `"
              + route.service().label()
              + "` is not in the repo, so that its ports are not known";
      lose(Match.ANY, route.origin(), message, "give meshc the manifest of the Service");
    }
  }

  private void httpAt(int port) {
    int before = http.size();
    boolean open = true;
    for (Route.Rule rule : route.rules()) {
      var matches = new ArrayList<HttpMatch>();
      for (Match alternative : alternatives(rule, port, Protocol.HTTP)) {
        Optional<HttpMatch> match = WriteHttpMatch.of(alternative, port, rule.match().origin());
        if (match.isEmpty()) {
          lose(
              Match.all(alternative, new Match.OnServicePort(port)),
              rule.match().origin(),
              "Istio routes cannot say " + MatchText.of(alternative),
              "");
        }
        match.ifPresent(matches::add);
        open &= !(alternative instanceof Match.Any);
      }
      List<RouteDestination> destinations = destinations(rule, port, Protocol.HTTP);
      if (!matches.isEmpty() && !destinations.isEmpty()) {
        http.add(httpRoute(matches, destinations, rule.match().origin()));
      }
    }
    if (open && http.size() > before) {
      unmatchedHttp(port);
    }
  }

  private HttpRoute httpRoute(
      List<HttpMatch> matches, List<RouteDestination> destinations, Origin origin) {
    // Istio retries by default, and the meshes that it takes the place of do not.
    Optional<Retries> retries =
        route.plane().equals(Translation.TARGET)
            ? Optional.empty()
            : Optional.of(Retries.attempts(Translation.at(0L)));
    return HttpRoute.to(matches, destinations, retries, origin);
  }

  private void unmatchedHttp(int port) {
    switch (route.unmatched()) {
      case NO_ROUTE -> {}
      case SERVICE ->
          WriteHttpMatch.of(Match.ANY, port, route.origin())
              .ifPresent(it ->
                  http.add(
                      httpRoute(
                          List.of(it),
                          List.of(destination(route.service(), port, Optional.empty())),
                          route.origin())));
    }
  }

  private void tcpAt(int port) {
    for (Route.Rule rule : route.rules()) {
      List<Match> alternatives = alternatives(rule, port, Protocol.TCP);
      boolean all = alternatives.contains(Match.ANY);
      if (!all && !alternatives.isEmpty()) {
        lose(
            Match.all(Match.oneOf(alternatives), new Match.OnServicePort(port)),
            rule.match().origin(),
            "Istio's TCP routes cannot say " + MatchText.of(Match.oneOf(alternatives)),
            "");
      }
      List<RouteDestination> destinations =
          all ? destinations(rule, port, Protocol.TCP) : List.of();
      if (all) {
        if (!destinations.isEmpty()) {
          var match = TcpMatch.at(Translation.at((long) port), route.origin());
          tcp.add(new TcpRoute(List.of(match), destinations, rule.match().origin()));
        }
        return;
      }
    }
  }

  /// What a rule asks for beyond the port and the protocol.
  private List<Match> alternatives(Route.Rule rule, int port, Protocol protocol) {
    Match match = rule.match().value();
    Certain.doubt(match)
        .ifPresent(it ->
            lose(
                Match.all(Certain.most(match), new Match.Not(Certain.least(match))),
                rule.match().origin(),
                "what this route covers is not known in full, and the doubtful part is left out: "
                    + it,
                ""));
    return Alternatives.of(WriteHttpMatch.at(Certain.least(match), port, protocol));
  }

  /// Backends that lack the port, or that are no Service at all, take no part, and the others share among themselves; one that names a port of its own keeps
  /// its share. Source: SMI Traffic Split specification.
  private List<RouteDestination> destinations(Route.Rule rule, int port, Protocol protocol) {
    List<Route.Backend> kept =
        rule.backends().stream().filter(it -> it.port().isPresent() || canTake(it, port)).toList();
    kept.forEach(it -> hidden(it, port));
    long total = kept.stream().mapToLong(it -> it.weight().value()).sum();
    if (total == 0) {
      Match lost =
          protocol == Protocol.HTTP ? new Match.OnHttp() : new Match.Not(new Match.OnHttp());
      lose(
          Match.all(new Match.OnServicePort(port), lost),
          rule.match().origin(),
          "at port "
              + port
              + " no backend of this route takes requests, which Istio refuses to say: they go to"
              + " the Service itself",
          "");
      return List.of();
    }
    return kept.stream()
        .map(it ->
            destination(
                it.service().value(),
                it.port().orElse(port),
                kept.size() == 1 ? Optional.empty() : Optional.of(it.weight())))
        .toList();
  }

  /// A Service that the repo does not hold may have the port, unless the repo shows that there is no such Service.
  private boolean canTake(Route.Backend backend, int port) {
    ServiceName name = backend.service().value();
    return translation
        .lookup()
        .service(name)
        .map(it -> it.port(port).isPresent())
        .orElseGet(() -> translation.lookup().mayBeElsewhere(name));
  }

  private void hidden(Route.Backend backend, int port) {
    ServiceName name = backend.service().value();
    if (translation.lookup().isHidden(name)) {
      lose(
          new Match.OnServicePort(port),
          backend.service().origin(),
          "the repo does not show whether there is a Service `"
              + name.label()
              + "`: without it, Istio answers its share with 503",
          "fill in what is hidden, and translate the result");
    }
  }

  private RouteDestination destination(
      ServiceName service, int port, Optional<At<Integer>> weight) {
    String host = service.host(translation.mesh().assumptions().clusterDomain());
    return RouteDestination.to(
        Translation.at(host),
        Optional.of(Translation.at((long) port)),
        weight.map(it -> it.map(Integer::longValue)),
        route.origin());
  }

  private void lose(Match match, Origin origin, String message, String help) {
    losses.add(
        new Loss(
            origin,
            Optional.of(route.resource()),
            Feature.ROUTE_MATCH.label(),
            Effect.CHANGES_ROUTING,
            Region.to(route.service(), match),
            message,
            help));
  }
}
