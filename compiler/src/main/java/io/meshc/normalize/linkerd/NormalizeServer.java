package io.meshc.normalize.linkerd;

import io.meshc.dialect.Resources;
import io.meshc.dialect.gateway.route.GrpcRoute;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.dialect.kubernetes.PortName;
import io.meshc.dialect.linkerd.LabelSelector;
import io.meshc.model.Extension;
import io.meshc.model.ServicePort.Target;
import io.meshc.model.match.Match;
import io.meshc.model.server.Grant;
import io.meshc.model.server.RankedRule;
import io.meshc.model.server.Selection;
import io.meshc.model.server.Server;
import io.meshc.model.server.Server.Reading;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.linkerd.Parents.Parent;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Servers → what guards ports, with whom their policies let in and the routes that are attached to them. How the port is read says
/// which routes count at all.
///
/// Source: linkerd/linkerd2, policy-controller/k8s/index/src/inbound; linkerd.io, "Authorization Policy", "Server".
final class NormalizeServer {
  private final Clients clients;
  private final Grants grants;

  /// By the namespace and the name of the Server.
  private final Map<String, List<Route>> attached = new HashMap<>();

  private NormalizeServer(Clients clients, Grants grants) {
    this.clients = clients;
    this.grants = grants;
  }

  static List<Server> all(Resources resources, Clients clients, Grants grants, Ledger ledger) {
    var normalize = new NormalizeServer(clients, grants);
    Stream.concat(resources.of(HttpRoute.class).stream(), resources.of(GrpcRoute.class).stream())
        .forEach(normalize::attach);
    return resources.of(io.meshc.dialect.linkerd.policy.Server.class).stream()
        .flatMap(it -> {
          Optional<Server> server = normalize.server(it);
          if (server.isEmpty()) {
            ledger.add(lost(it));
          }
          return server.stream();
        })
        .toList();
  }

  /// One that does not say which ports it guards may guard any of its namespace.
  private static Extension lost(io.meshc.dialect.linkerd.policy.Server server) {
    return LinkerdPlane.unknown(
        server.meta(),
        Optional.of(server.meta().namespace()),
        "`" + server.meta().id().label() + "`, which is refused as it stands,",
        server.origin());
  }

  /// A route that names a Server of another namespace, or a part of one, is attached to none.
  private void attach(Route route) {
    List<Parent> servers = Parents.of(route).stream().filter(Parent::isServer).toList();
    boolean valid =
        servers.stream()
            .allMatch(it ->
                it.id().namespace().equals(route.meta().namespace())
                    && it.port().isEmpty()
                    && !it.section());
    if (valid) {
      for (Parent it : servers) {
        String server = it.id().namespace() + "/" + it.id().name();
        attached.computeIfAbsent(server, _ -> new ArrayList<>()).add(route);
      }
    }
  }

  private Optional<Server> server(io.meshc.dialect.linkerd.policy.Server server) {
    Optional<LabelSelector> selector = server.podSelector().or(server::externalWorkloadSelector);
    if (selector.isEmpty() || server.port().isEmpty()) {
      return Optional.empty();
    }
    boolean external = server.podSelector().isEmpty();
    var workloads =
        new Selection(server.meta().namespace(), external, Labels.tests(selector.get()));
    String protocol = server.proxyProtocol().map(At::value).orElse("unknown");
    String policy = server.accessPolicy().map(At::value).orElse("deny");
    Optional<Reading> reading = reading(protocol);
    Optional<Match> byDefault = clients.byPolicy(policy);
    List<Grant> grants = new ArrayList<>(this.grants.at(server));
    byDefault
        .filter(it -> !(it instanceof Match.None))
        .ifPresent(it ->
            grants.add(
                new Grant(
                    server.meta().id(),
                    At.of(it, server.accessPolicy().map(At::origin).orElse(server.origin())))));
    return Optional.of(
        new Server(
            server.meta().id(),
            LinkerdPlane.ID,
            workloads,
            target(server.port().get().value()),
            reading.orElse(Reading.DETECT),
            grants,
            routes(server, protocol),
            unclear(server, reading.isPresent() && byDefault.isPresent()),
            server.meta().origin()));
  }

  private static Target target(PortName port) {
    return port.either(Target.Number::new, Target.Named::new);
  }

  private static Optional<String> unclear(
      io.meshc.dialect.linkerd.policy.Server server, boolean known) {
    boolean one = server.podSelector().isEmpty() || server.externalWorkloadSelector().isEmpty();
    return server.legible() && known && one
        ? Optional.empty()
        : Optional.of("`" + server.meta().id().label() + "` is refused as it stands");
  }

  /// Empty for a word that is none of Linkerd's.
  private static Optional<Reading> reading(String protocol) {
    return switch (protocol) {
      case "unknown" -> Optional.of(Reading.DETECT);
      case "HTTP/1", "HTTP/2", "gRPC" -> Optional.of(Reading.HTTP);
      case "opaque", "TLS" -> Optional.of(Reading.OPAQUE);
      default -> Optional.empty();
    };
  }

  /// Whether routes of a kind count where the port is read so.
  static boolean counts(Route route, String protocol) {
    return switch (protocol) {
      case "unknown", "HTTP/1", "HTTP/2" -> route instanceof HttpRoute;
      case "gRPC" -> route instanceof GrpcRoute;
      default -> false;
    };
  }

  private List<RankedRule> routes(io.meshc.dialect.linkerd.policy.Server server, String protocol) {
    String name = server.meta().namespace() + "/" + server.meta().name();
    var rules = new ArrayList<RankedRule>();
    for (Route route : attached.getOrDefault(name, List.of())) {
      if (counts(route, protocol)) {
        rules.addAll(RouteRules.before(route, grants.at(route.meta().id())).rules());
      }
    }
    return rules;
  }
}
