package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Meta;
import io.meshc.dialect.gateway.route.GrpcRoute;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.ParentRef;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.dialect.linkerd.policy.RateLimitPolicy;
import io.meshc.dialect.linkerd.policy.Server;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;
import java.util.stream.Stream;

/// A route or a rate limit is attached to a Server whose port is read otherwise. Page, examples, tests: UnreadRouteKind.md, beside this file.
public final class UnreadRouteKind implements ResourceRule<Server> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2604", "unread-route-kind", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  private static final Set<String> OF_HTTP = Set.of("unknown", "HTTP/1", "HTTP/2");

  @Override
  public Class<Server> reads() {
    return Server.class;
  }

  @Override
  public Stream<Finding> check(Server server, Checked input) {
    String protocol = server.proxyProtocol().map(At::value).orElse("unknown");
    Stream<Finding> http =
        input.resources(HttpRoute.class).stream()
            .filter(_ -> !OF_HTTP.contains(protocol))
            .flatMap(it -> attached(it, server, protocol));
    Stream<Finding> grpc =
        input.resources(GrpcRoute.class).stream()
            .filter(_ -> !protocol.equals("gRPC"))
            .flatMap(it -> attached(it, server, protocol));
    Stream<Finding> limits =
        input.resources(RateLimitPolicy.class).stream()
            .filter(it -> !OF_HTTP.contains(protocol) && isAbout(it, server))
            .map(it -> said(it.meta(), it.targetRef().orElseThrow().origin(), server, protocol));
    return Stream.of(http, grpc, limits).flatMap(it -> it);
  }

  private Stream<Finding> attached(Route route, Server server, String protocol) {
    return route.parentRefs().stream()
        .filter(it -> MeshParents.isServer(it, route, server.meta().id()))
        .map((ParentRef it) -> said(route.meta(), it.origin(), server, protocol));
  }

  private static boolean isAbout(RateLimitPolicy limit, Server server) {
    return limit.meta().namespace().equals(server.meta().namespace())
        && limit
            .targetRef()
            .filter(it ->
                it.isOf("policy.linkerd.io", "Server")
                    && it.nameOrNone().equals(server.meta().name()))
            .isPresent();
  }

  private Finding said(Meta meta, Origin origin, Server server, String protocol) {
    return at(
            origin,
            meta.id(),
            "`"
                + meta.id().kind()
                + "` counts for nothing at server `"
                + server.meta().name()
                + "`, whose port is read as `"
                + protocol
                + "`")
        .because(
            server.proxyProtocol().map(At::origin).orElse(server.meta().origin()), "the protocol")
        .help(
            "HTTPRoutes and rate limits go with `unknown`, `HTTP/1` and `HTTP/2`, GRPCRoutes with"
                + " `gRPC`");
  }
}
