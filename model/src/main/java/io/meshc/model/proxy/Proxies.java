package io.meshc.model.proxy;

import io.meshc.model.ServiceName;
import io.meshc.model.server.Servers;
import io.meshc.model.traffic.Load;
import io.meshc.model.traffic.RateLimit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that proxies are told beside routes and policies.
public record Proxies(
    List<Gateway> gateways,
    List<Imports> imports,
    List<TokenPolicy> tokens,
    List<Waypoint> waypoints,
    List<Waypoint.Use> uses,
    Border border,
    Servers servers,
    List<RateLimit> limits,
    List<Load> loads) {
  public static final Proxies NONE =
      new Proxies(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Border.NONE,
          Servers.NONE,
          List.of(),
          List.of());

  public Proxies {
    gateways = List.copyOf(gateways);
    imports = List.copyOf(imports);
    tokens = List.copyOf(tokens);
    waypoints = List.copyOf(waypoints);
    uses = List.copyOf(uses);
    limits = List.copyOf(limits);
    loads = List.copyOf(loads);
  }

  public static Proxies join(List<Proxies> all) {
    return new Proxies(
        all.stream().flatMap(it -> it.gateways().stream()).toList(),
        all.stream().flatMap(it -> it.imports().stream()).toList(),
        all.stream().flatMap(it -> it.tokens().stream()).toList(),
        all.stream().flatMap(it -> it.waypoints().stream()).toList(),
        all.stream().flatMap(it -> it.uses().stream()).toList(),
        Border.join(all.stream().map(Proxies::border).toList()),
        Servers.join(all.stream().map(Proxies::servers).toList()),
        all.stream().flatMap(it -> it.limits().stream()).toList(),
        all.stream().flatMap(it -> it.loads().stream()).toList());
  }

  /// The same with other tables and servers.
  public Proxies with(Servers other) {
    return new Proxies(gateways, imports, tokens, waypoints, uses, border, other, limits, loads);
  }

  /// Sorted by what they are about.
  public Proxies sorted() {
    return new Proxies(
        sorted(gateways.stream(), Gateway::resource),
        sorted(imports.stream(), Imports::resource),
        sorted(tokens.stream(), TokenPolicy::resource),
        sorted(waypoints.stream(), Waypoint::resource),
        uses.stream().sorted((a, b) -> a.origin().compareTo(b.origin())).toList(),
        border.sorted(),
        servers.sorted(),
        sorted(limits.stream(), RateLimit::resource),
        sorted(loads.stream(), Load::resource));
  }

  /// The waypoint that stands before a Service: as it says itself, else as its namespace says.
  public Optional<Waypoint> before(ServiceName service) {
    Optional<Waypoint.Use> own =
        uses.stream()
            .filter(it -> it.namespace().equals(service.namespace()))
            .filter(it -> it.service().filter(service.name()::equals).isPresent())
            .findFirst();
    return own.or(() ->
            uses.stream()
                .filter(it -> it.namespace().equals(service.namespace()))
                .filter(it -> it.service().isEmpty())
                .findFirst())
        .flatMap(Waypoint.Use::waypoint)
        .flatMap(label -> waypoints.stream().filter(it -> it.label().equals(label)).findFirst())
        .filter(Waypoint::services);
  }

  private static <T> List<T> sorted(
      Stream<T> all, java.util.function.Function<T, io.meshc.source.ResourceId> by) {
    return all.sorted((a, b) -> by.apply(a).compareTo(by.apply(b))).toList();
  }
}
