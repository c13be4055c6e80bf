package io.meshc.dialect.gateway.route;

import io.meshc.dialect.Branch;
import io.meshc.dialect.gateway.route.GrpcRoute.MethodMatch;
import io.meshc.dialect.gateway.route.HttpRoute.PathMatch;
import io.meshc.dialect.gateway.route.HttpRoute.Retry;
import io.meshc.dialect.gateway.route.HttpRoute.Timeouts;
import io.meshc.yaml.Node;

/// Route → node, in the group and the version that it was read in.
public final class RenderRoute {
  private RenderRoute() {}

  public static Node.Mapping render(Route route) {
    Branch spec =
        new Branch()
            .objects("parentRefs", route.parentRefs(), RenderReference::parent)
            .texts("hostnames", route.hostnames())
            .text("useDefaultGateways", route.useDefaultGateways());
    switch (route) {
      case HttpRoute it -> spec.objects("rules", it.rules(), RenderRoute::http);
      case GrpcRoute it -> spec.objects("rules", it.rules(), RenderRoute::grpc);
      case StreamRoute it -> spec.objects("rules", it.rules(), RenderRoute::stream);
    }
    var id = route.meta().id();
    return Branch.object(id.group() + "/" + route.meta().version(), route.meta(), spec.node());
  }

  private static Node.Mapping http(HttpRoute.Rule it) {
    return new Branch()
        .text("name", it.name())
        .objects("matches", it.matches(), RenderRoute::match)
        .objects("filters", it.filters(), RenderFilter::filter)
        .objects("backendRefs", it.backendRefs(), RenderReference::backend)
        .object("timeouts", it.timeouts(), RenderRoute::timeouts)
        .object("retry", it.retry(), RenderRoute::retry)
        .object("sessionPersistence", it.sessionPersistence(), RenderSession::session)
        .node();
  }

  private static Node.Mapping match(HttpRoute.Match it) {
    return new Branch()
        .object("path", it.path(), RenderRoute::path)
        .objects("headers", it.headers(), RenderRoute::named)
        .objects("queryParams", it.queryParams(), RenderRoute::named)
        .text("method", it.method())
        .node();
  }

  private static Node.Mapping path(PathMatch it) {
    return new Branch().text("type", it.type()).text("value", it.value()).node();
  }

  private static Node.Mapping named(NameMatch it) {
    return new Branch()
        .text("type", it.type())
        .text("name", it.name())
        .text("value", it.value())
        .node();
  }

  private static Node.Mapping timeouts(Timeouts it) {
    return new Branch()
        .text("request", it.request())
        .text("backendRequest", it.backendRequest())
        .node();
  }

  private static Node.Mapping retry(Retry it) {
    return new Branch()
        .numbers("codes", it.codes())
        .number("attempts", it.attempts())
        .text("backoff", it.backoff())
        .node();
  }

  private static Node.Mapping grpc(GrpcRoute.Rule it) {
    return new Branch()
        .text("name", it.name())
        .objects("matches", it.matches(), RenderRoute::call)
        .objects("filters", it.filters(), RenderFilter::filter)
        .objects("backendRefs", it.backendRefs(), RenderReference::backend)
        .object("sessionPersistence", it.sessionPersistence(), RenderSession::session)
        .node();
  }

  private static Node.Mapping call(GrpcRoute.Match it) {
    return new Branch()
        .object("method", it.method(), RenderRoute::method)
        .objects("headers", it.headers(), RenderRoute::named)
        .node();
  }

  private static Node.Mapping method(MethodMatch it) {
    return new Branch()
        .text("type", it.type())
        .text("service", it.service())
        .text("method", it.method())
        .node();
  }

  private static Node.Mapping stream(StreamRoute.Rule it) {
    return new Branch()
        .text("name", it.name())
        .objects("backendRefs", it.backendRefs(), RenderReference::backend)
        .node();
  }
}
