package io.meshc.lower.envoy.proxy;

import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Scope;
import io.meshc.model.Workload;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.model.server.Grant;
import io.meshc.model.server.ProxySettings;
import io.meshc.model.server.RankedRule;
import io.meshc.model.server.Server;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Optional;

/// What guards one port of a workload, in a mesh whose proxies go by tables: the one [Server] of the port, else how the proxy is set.
///
/// @param grants who may come in where no route says it
/// @param routes the ways in, the most specific first; none where every request comes in
/// @param probes paths that anybody may ask for by GET, where there are no routes
/// @param about what the grants are of
public record Sentry(
    Workload workload,
    int port,
    Protocol protocol,
    List<Grant> grants,
    List<RankedRule> routes,
    List<String> probes,
    Optional<ResourceId> about,
    Origin origin) {
  public Sentry {
    grants = List.copyOf(grants);
    routes = List.copyOf(routes);
    probes = List.copyOf(probes);
  }

  /// Empty where the workload's mesh does not go by tables.
  public static Optional<Sentry> at(Proxy proxy, int port, Fleet fleet) {
    return at(proxy.workload(), proxy.plane(), port, fleet);
  }

  /// The same at any workload of the mesh.
  public static Optional<Sentry> at(Workload workload, Plane plane, int port, Fleet fleet) {
    if (plane.addressing() != Plane.Addressing.TABLE) {
      return Optional.empty();
    }
    List<Server> servers = fleet.lookup().servers().at(workload, port);
    if (servers.isEmpty()) {
      return Optional.of(unguarded(workload, plane, port, fleet));
    }
    Server first = servers.getFirst();
    Optional<String> doubt =
        first
            .unclear()
            .or(() ->
                servers.stream()
                    .filter(it -> !isSame(it, first))
                    .findFirst()
                    .map(it -> "`" + it.resource().label() + "` guards the port, too"));
    doubt.ifPresent(it -> fleet.losses().add(shut(first, port, it)));
    return Optional.of(
        new Sentry(
            workload,
            port,
            reading(first.reading()),
            doubt.isEmpty() ? first.grants() : List.of(),
            doubt.isEmpty() && first.reading() != Server.Reading.OPAQUE
                ? Ranked.sorted(first.routes())
                : List.of(),
            doubt.isEmpty() ? probes(workload, port) : List.of(),
            Optional.of(first.resource()),
            first.origin()));
  }

  private static boolean isSame(Server a, Server b) {
    return a.grants().equals(b.grants())
        && a.routes().equals(b.routes())
        && a.reading() == b.reading();
  }

  private static Protocol reading(Server.Reading reading) {
    return switch (reading) {
      case DETECT -> Protocol.SNIFFED;
      case HTTP -> Protocol.HTTP;
      case OPAQUE -> Protocol.TCP;
    };
  }

  private static Sentry unguarded(Workload workload, Plane plane, int port, Fleet fleet) {
    Optional<ProxySettings> settings = fleet.lookup().servers().of(workload, plane.id());
    var origin = settings.map(ProxySettings::origin).orElse(plane.origin());
    boolean opaque = settings.filter(it -> it.opaque().holds(port)).isPresent();
    return new Sentry(
        workload,
        port,
        opaque ? Protocol.TCP : Protocol.SNIFFED,
        List.of(settings.map(it -> fallback(it, port)).orElse(everybody(origin))),
        List.of(),
        probes(workload, port),
        Optional.empty(),
        origin);
  }

  private static Grant fallback(ProxySettings settings, int port) {
    Match proven = new Match.OnIdentity(TextPattern.ANYTHING);
    Grant grant = settings.fallback();
    return settings.authenticated().holds(port)
        ? new Grant(grant.by(), grant.clients().map(it -> Match.all(it, proven)))
        : grant;
  }

  private static Grant everybody(Origin origin) {
    return new Grant(
        new ResourceId("", "", "", "default"), io.meshc.source.At.of(Match.ANY, origin));
  }

  private static List<String> probes(Workload workload, int port) {
    return workload.probes().stream()
        .filter(it -> it.port() == port && !it.path().isEmpty())
        .map(it -> Request.withoutQuery(it.path()))
        .distinct()
        .sorted()
        .toList();
  }

  /// Whom the port lets in at all, whatever is asked for.
  public List<Match> clients() {
    if (!probes.isEmpty() && routes.isEmpty() && protocol != Protocol.TCP) {
      return List.of(Match.ANY);
    }
    var clients = new java.util.ArrayList<Match>();
    grants.forEach(it -> clients.add(it.clients().value()));
    routes.forEach(it -> it.grants().forEach(grant -> clients.add(grant.clients().value())));
    return clients;
  }

  private static Loss shut(Server server, int port, String because) {
    return new Loss(
        server.origin(),
        Optional.of(server.resource()),
        Feature.TABLES.label(),
        Effect.NARROWS_ACCESS,
        Region.at(
            new Scope.InNamespace(server.workloads().namespace()), new Match.OnWorkloadPort(port)),
        "nobody is let in at port " + port + ": " + because,
        "");
  }
}
