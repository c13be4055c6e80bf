package io.meshc.lower.envoy.proxy;

import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.model.PlaneId;
import io.meshc.model.Request;
import io.meshc.model.Route;
import io.meshc.model.Route.Backend;
import io.meshc.model.Route.Layer;
import io.meshc.model.Route.Rule;
import io.meshc.model.Route.Standing;
import io.meshc.model.Route.Unmatched;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Match;
import io.meshc.model.server.Profile;
import io.meshc.model.server.RankedRule;
import io.meshc.model.server.RouteTable;
import io.meshc.model.server.RouteTable.Kind;
import io.meshc.model.server.ServiceReading;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// What a client that goes by tables does with requests to one port of a Service → one route, its rules in the order of their ranks.
final class Tables {
  private final View view;
  private final Service service;
  private final int port;
  private final PlaneId plane;

  private Tables(View view, Service service, int port) {
    this.view = view;
    this.service = service;
    this.port = port;
    this.plane = view.proxy().plane().id();
  }

  /// Empty where all goes to the Service itself.
  static Optional<Route> route(View view, Service service, Layer layer, int port) {
    return new Tables(view, service, port).route(layer);
  }

  private Optional<Route> route(Layer layer) {
    boolean past =
        view.fleet().past().callsPast(view.proxy().workload(), view.proxy().plane(), port);
    if (past || service.headless()) {
      return Optional.empty();
    }
    Optional<Profile> profile = view.lookup().servers().profile(service.name(), view.namespace());
    if (profile.filter(Profile::routes).isPresent()) {
      return profile.filter(it -> !it.overrides().isEmpty()).map(this::overridden);
    }
    List<Rule> made = made(layer);
    List<RouteTable> tables = tables(layer, profile);
    if (tables.isEmpty()) {
      return made.isEmpty()
          ? Optional.empty()
          : Optional.of(route(made, service.name(), Unmatched.SERVICE));
    }
    var rules = new ArrayList<>(made);
    rules.addAll(ranked(tables));
    return Optional.of(route(rules, service.name(), Unmatched.NO_ROUTE));
  }

  private Route route(List<Rule> rules, ServiceName name, Unmatched unmatched) {
    ResourceId resource = new ResourceId("", "Service", name.namespace(), name.name());
    Origin origin = rules.isEmpty() ? service.origin() : rules.getFirst().match().origin();
    return new Route(resource, plane, name, Layer.BOTH, rules, unmatched, origin);
  }

  private Route overridden(Profile profile) {
    var all = At.<Match>of(Match.ANY, profile.origin());
    return route(List.of(new Rule(all, profile.overrides())), service.name(), Unmatched.SERVICE);
  }

  /// What controllers say that shift traffic.
  private List<Rule> made(Layer layer) {
    return view.lookup().routesOf(service.name()).stream()
        .filter(it -> it.plane().equals(plane) && it.audience().isAt(Request.Context.MESH))
        .filter(it -> it.layer() == layer || it.layer() == Layer.BOTH)
        .findFirst()
        .map(Route::rules)
        .orElse(List.of());
  }

  /// Those of the first kind that there is. Routes of HTTP say nothing of other connections.
  private List<RouteTable> tables(Layer layer, Optional<Profile> profile) {
    boolean opaque = profile.filter(it -> it.opaque().holds(port)).isPresent();
    Set<Kind> kinds = opaque ? EnumSet.of(Kind.TCP) : kinds();
    List<RouteTable> all =
        view.lookup().servers().tables(service.name()).stream()
            .filter(it -> it.plane().equals(plane) && it.isFor(port, view.namespace()))
            .filter(it -> it.inert().isEmpty() && kinds.contains(it.kind()))
            .toList();
    Optional<Kind> kind = all.stream().map(RouteTable::kind).min(Kind::compareTo);
    boolean ofHttp = kind.filter(it -> it == Kind.GRPC || it == Kind.HTTP).isPresent();
    return ofHttp && layer == Layer.TCP
        ? List.of()
        : all.stream().filter(it -> it.kind() == kind.orElseThrow()).toList();
  }

  private Set<Kind> kinds() {
    return view.lookup()
        .servers()
        .reading(service.name(), port)
        .map(ServiceReading::kind)
        .map(it ->
            switch (it) {
              case HTTP -> EnumSet.of(Kind.HTTP);
              case HTTP2 -> EnumSet.of(Kind.GRPC, Kind.HTTP);
              case OPAQUE -> EnumSet.of(Kind.TCP);
            })
        .orElseGet(() -> EnumSet.allOf(Kind.class));
  }

  private List<Rule> ranked(List<RouteTable> tables) {
    List<RankedRule> sorted =
        Ranked.sorted(tables.stream().flatMap(it -> it.rules().stream()).toList());
    for (RankedRule rule : sorted) {
      Ranked.ties(rule, sorted).stream()
          .filter(it -> !isSame(it.first().rule(), it.other().rule()))
          .forEach(it -> view.fleet().losses().add(tied(it)));
    }
    return sorted.stream().map(this::rule).toList();
  }

  private static boolean isSame(Rule a, Rule b) {
    return a.backends().equals(b.backends())
        && a.edits().equals(b.edits())
        && a.answer().map(At::value).equals(b.answer().map(At::value));
  }

  private Rule rule(RankedRule ranked) {
    Rule rule = ranked.rule();
    List<Backend> backends =
        rule.backends().isEmpty()
            ? List.of(itself(At.of(1, rule.match().origin()), List.of()))
            : rule.backends().stream().map(this::backend).toList();
    return new Rule(
        rule.match(),
        backends,
        rule.edits(),
        rule.answer(),
        rule.abort(),
        rule.cors(),
        Optional.of(ranked.resource()),
        rule.treatment());
  }

  private Backend itself(At<Integer> weight, List<Route.Edit> edits) {
    return new Backend(
        weight.with(service.name()),
        OptionalInt.of(port),
        weight,
        Optional.empty(),
        Optional.empty(),
        edits);
  }

  /// What nothing can be sent to fails for its share.
  private Backend backend(Backend backend) {
    ServiceName name = backend.service().value();
    if (RouteTable.isOutside(name)) {
      return itself(backend.weight(), backend.edits());
    }
    if (RouteTable.isUnclear(name)) {
      view.fleet().losses().add(unclear(backend));
    }
    boolean fails =
        Stream.of(RouteTable.isNone(name), RouteTable.isUnclear(name), backend.port().isEmpty())
            .anyMatch(it -> it);
    return fails
        ? new Backend(
            backend.service(),
            backend.port(),
            backend.weight(),
            backend.varies(),
            backend.subset(),
            backend.edits(),
            new Standing.Refused("is no backend that can be sent to"))
        : backend;
  }

  private Loss unclear(Backend backend) {
    return new Loss(
        backend.service().origin(),
        Optional.empty(),
        Feature.TABLES.label(),
        Effect.CHANGES_ROUTING,
        Region.to(service.name(), new Match.OnServicePort(port)),
        "backend `" + backend.service().value().label() + "` is not looked into: its share fails",
        "");
  }

  private Loss tied(Ranked.Tie tie) {
    return new Loss(
        tie.other().rule().match().origin(),
        Optional.of(tie.other().resource()),
        Feature.TABLES.label(),
        Effect.CHANGES_ROUTING,
        Region.to(service.name(), tie.both()),
        tie.because() + ": the first by name is taken",
        "make one of them more specific");
  }
}
