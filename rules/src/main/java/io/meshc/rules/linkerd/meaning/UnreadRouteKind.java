package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.gateway.route.GrpcRoute;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.ParentRef;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.dialect.linkerd.policy.RateLimitPolicy;
import io.meshc.dialect.linkerd.policy.Server;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A route or a rate limit is attached to a Server whose port is read otherwise. Page, examples, tests: UnreadRouteKind.md, beside this file.
public final class UnreadRouteKind implements KindsRule {
  private static final String GROUP = "policy.linkerd.io";
  private static final Set<String> OF_HTTP = Set.of("unknown", "HTTP/1", "HTTP/2");
  private static final Set<String> OF_CALLS = Set.of("gRPC");

  @Override
  public RuleCard card() {
    return new RuleCard("MC2604", "unread-route-kind", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(HttpRoute.class, GrpcRoute.class, RateLimitPolicy.class);
  }

  @Override
  public Stream<Finding> check(Resource resource, Checked input) {
    return switch (resource) {
      case RateLimitPolicy limit ->
          limit.targetRef().stream()
              .filter(it -> it.isOf(GROUP, "Server"))
              .flatMap(it -> said(limit, it.nameOrNone(), it.origin(), OF_HTTP, input).stream());
      case Route route -> {
        Set<String> fitting = route instanceof GrpcRoute ? OF_CALLS : OF_HTTP;
        yield route.parentRefs().stream().flatMap(it -> attached(route, it, fitting, input));
      }
      default -> Stream.empty();
    };
  }

  private Stream<Finding> attached(
      Route route, ParentRef parent, Set<String> fitting, Checked input) {
    String name = parent.name().map(At::value).orElse("");
    var server = new ResourceId(GROUP, "Server", route.meta().namespace(), name);
    return MeshParents.isServer(parent, route, server)
        ? said(route, name, parent.origin(), fitting, input).stream()
        : Stream.empty();
  }

  /// @param fitting the protocols with which it counts
  private Optional<Finding> said(
      Resource resource, String name, Origin origin, Set<String> fitting, Checked input) {
    var id = new ResourceId(GROUP, "Server", resource.meta().namespace(), name);
    return input
        .resource(id, Server.class)
        .filter(it -> !fitting.contains(protocol(it)))
        .map(it ->
            at(
                    origin,
                    resource.meta().id(),
                    "`"
                        + resource.meta().id().kind()
                        + "` counts for nothing at server `"
                        + name
                        + "`, whose port is read as `"
                        + protocol(it)
                        + "`")
                .because(
                    it.proxyProtocol().map(At::origin).orElse(it.meta().origin()), "the protocol")
                .help(
                    "HTTPRoutes and rate limits go with `unknown`, `HTTP/1` and `HTTP/2`,"
                        + " GRPCRoutes with `gRPC`"));
  }

  private static String protocol(Server server) {
    return server.proxyProtocol().map(At::value).orElse("unknown");
  }
}
