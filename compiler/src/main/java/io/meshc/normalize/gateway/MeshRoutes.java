package io.meshc.normalize.gateway;

import io.meshc.dialect.gateway.route.GrpcRoute;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.ParentRef;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.dialect.gateway.route.StreamRoute;
import io.meshc.model.Request.Context;
import io.meshc.model.Route.Layer;
import io.meshc.model.Route.Unmatched;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Match;
import io.meshc.model.proxy.Audience;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Settings.GatewayProfile;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Routes whose parents are Services → where requests to these go instead.
///
/// A route in the namespace of the Service is for all clients. One in another namespace is for the clients there, and for them it
/// takes the place of the others. A request that no rule covers is answered with 404.
///
/// Source: gateway-api.sigs.k8s.io, "GAMMA": Gateway API for Service Mesh; GEP-1324, GEP-1294. Istio does not look at `sectionName`
/// and merges HTTPRoutes and GRPCRoutes (measured).
public final class MeshRoutes {
  private final Environment environment;
  private final Map<Place, List<Ranked>> requests = new TreeMap<>(Place.ORDER);
  private final Map<Place, List<Ranked>> streams = new TreeMap<>(Place.ORDER);

  private MeshRoutes(Environment environment) {
    this.environment = environment;
  }

  /// A Service as the clients of one namespace see it.
  ///
  /// @param consumers the namespace of these clients; empty for all
  private record Place(ServiceName service, String consumers) {
    static final Comparator<Place> ORDER =
        Comparator.comparing(Place::service).thenComparing(Place::consumers);
  }

  public static void normalize(Environment environment, Ledger ledger) {
    var routes = new MeshRoutes(environment);
    for (HttpRoute it : environment.resources().of(HttpRoute.class)) {
      routes.add(it, RouteRules.of(it, false, environment), routes.requests);
    }
    for (GrpcRoute it : environment.resources().of(GrpcRoute.class)) {
      routes.add(it, RouteRules.of(it, false, environment), routes.requests);
    }
    for (StreamRoute it : environment.resources().of(StreamRoute.class)) {
      if (!it.meta().id().kind().equals("UDPRoute")) {
        routes.add(it, StreamRules.of(it, false, environment), routes.streams);
      }
    }
    routes.requests.forEach((place, rules) -> routes.declare(place, rules, Layer.HTTP, ledger));
    routes.streams.forEach((place, rules) -> routes.declare(place, rules, Layer.TCP, ledger));
  }

  /// Kinds of the same words in another group are those of a mesh, which reads them itself.
  private void add(Route route, List<Ranked> rules, Map<Place, List<Ranked>> into) {
    if (!route.meta().id().group().equals(Attached.GROUP)) {
      return;
    }
    for (ParentRef parent : route.parentRefs()) {
      for (ServiceName service : services(parent, route)) {
        Optional<Match> where = where(parent, service);
        if (where.isPresent()) {
          boolean produced = service.namespace().equals(route.meta().namespace());
          var place = new Place(service, produced ? "" : route.meta().namespace());
          List<Ranked> there = into.computeIfAbsent(place, _ -> new ArrayList<>());
          rules.forEach(it -> there.add(it.where(where.get())));
        }
      }
    }
  }

  private List<ServiceName> services(ParentRef parent, Route route) {
    String group = parent.group().map(At::value).orElse(Attached.GROUP);
    String kind = parent.kind().map(At::value).orElse("Gateway");
    if (!group.isEmpty() || !kind.equals("Service")) {
      return environment.implementation().parents(parent, route.meta());
    }
    String namespace = parent.namespace().map(At::value).orElse(route.meta().namespace());
    return parent.name().map(it -> new ServiceName(namespace, it.value())).stream().toList();
  }

  /// The ports that it is about; empty where there is no such port.
  private Optional<Match> where(ParentRef parent, ServiceName service) {
    var parts = new ArrayList<Match>();
    parent.port().ifPresent(it -> parts.add(new Match.OnServicePort(it.value().intValue())));
    boolean named =
        parent.sectionName().isPresent()
            && environment.implementation().profile() != GatewayProfile.ISTIO;
    if (named) {
      Optional<Integer> number =
          environment.port(service, parent.sectionName().orElseThrow().value());
      if (number.isEmpty()) {
        return Optional.empty();
      }
      parts.add(new Match.OnServicePort(number.get()));
    }
    return Optional.of(Match.all(parts));
  }

  private void declare(Place place, List<Ranked> all, Layer layer, Ledger ledger) {
    List<Ranked> rules = withoutLosers(all);
    if (rules.isEmpty()) {
      return;
    }
    Ranked first = rules.stream().min(Ranked.BY_OWNER).orElseThrow();
    boolean produced = place.consumers().isEmpty();
    var audience =
        new Audience(
            produced ? Optional.empty() : Optional.of(Set.of(place.consumers())),
            Set.of(Context.MESH),
            produced ? Optional.of(place.service().namespace()) : Optional.empty());
    ledger.add(
        new io.meshc.model.Route(
            first.owner(),
            environment.implementation().plane(),
            place.service(),
            audience,
            layer,
            MergeRules.of(rules, environment.implementation().profile()),
            Unmatched.NO_ROUTE,
            first.rule().match().origin()));
  }

  /// Of routes of several kinds at one port those of the more specific kind count, and the others are not accepted.
  private List<Ranked> withoutLosers(List<Ranked> all) {
    if (environment.implementation().profile() == GatewayProfile.ISTIO) {
      return all;
    }
    String winner =
        all.stream().anyMatch(it -> it.owner().kind().equals("GRPCRoute"))
            ? "GRPCRoute"
            : all.stream().anyMatch(it -> it.owner().kind().equals("TLSRoute")) ? "TLSRoute" : "";
    if (winner.isEmpty()) {
      return all;
    }
    List<Ranked> won = all.stream().filter(it -> it.owner().kind().equals(winner)).toList();
    Set<Integer> ports = new HashSet<>();
    for (Ranked it : won) {
      Optional<Integer> port = port(it.rule().match().value());
      if (port.isEmpty()) {
        return won;
      }
      ports.add(port.get());
    }
    var left = new ArrayList<>(won);
    Match elsewhere =
        Match.all(
            ports.stream().<Match>map(it -> new Match.Not(new Match.OnServicePort(it))).toList());
    all.stream()
        .filter(it -> !it.owner().kind().equals(winner))
        .forEach(it -> left.add(it.where(elsewhere)));
    return left;
  }

  private static Optional<Integer> port(Match match) {
    List<Match> parts = match instanceof Match.All(var of) ? of : List.of(match);
    return parts.stream()
        .filter(Match.OnServicePort.class::isInstance)
        .map(it -> ((Match.OnServicePort) it).port())
        .findFirst();
  }
}
