package io.meshc.dialect.istio.routing;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.RenderStringMatch;
import io.meshc.dialect.istio.routing.HttpRoute.Abort;
import io.meshc.dialect.istio.routing.HttpRoute.Body;
import io.meshc.dialect.istio.routing.HttpRoute.CorsPolicy;
import io.meshc.dialect.istio.routing.HttpRoute.Delay;
import io.meshc.dialect.istio.routing.HttpRoute.Delegate;
import io.meshc.dialect.istio.routing.HttpRoute.DirectResponse;
import io.meshc.dialect.istio.routing.HttpRoute.Fault;
import io.meshc.dialect.istio.routing.HttpRoute.Mirror;
import io.meshc.dialect.istio.routing.HttpRoute.Percent;
import io.meshc.dialect.istio.routing.HttpRoute.Redirect;
import io.meshc.dialect.istio.routing.HttpRoute.RegexRewrite;
import io.meshc.dialect.istio.routing.HttpRoute.Retries;
import io.meshc.dialect.istio.routing.HttpRoute.Rewrite;
import io.meshc.yaml.Node;

/// A route of HTTP requests → node.
public final class RenderHttpRoute {
  private RenderHttpRoute() {}

  static Node.Mapping httpRoute(HttpRoute it) {
    return new Branch()
        .text("name", it.name())
        .objects("match", it.match(), RenderHttpRoute::httpMatch)
        .objects("route", it.route(), RenderVirtualService::routeDestination)
        .object("redirect", it.redirect(), RenderHttpRoute::redirect)
        .object("directResponse", it.directResponse(), RenderHttpRoute::directResponse)
        .object("delegate", it.delegate(), RenderHttpRoute::delegate)
        .object("rewrite", it.rewrite(), RenderHttpRoute::rewrite)
        .text("timeout", it.timeout())
        .object("retries", it.retries(), RenderHttpRoute::retries)
        .object("fault", it.fault(), RenderHttpRoute::fault)
        .object("mirror", it.mirror(), RenderVirtualService::destination)
        .objects("mirrors", it.mirrors(), RenderHttpRoute::mirror)
        .number("mirrorPercent", it.mirrorPercent())
        .number("mirror_percent", it.mirrorPercentOld())
        .object("mirrorPercentage", it.mirrorPercentage(), RenderHttpRoute::percent)
        .object("corsPolicy", it.corsPolicy(), RenderHttpRoute::corsPolicy)
        .object("headers", it.headers(), RenderVirtualService::headers)
        .node();
  }

  private static Node.Mapping delegate(Delegate it) {
    return new Branch().text("name", it.name()).text("namespace", it.namespace()).node();
  }

  private static Node.Mapping redirect(Redirect it) {
    return new Branch()
        .text("uri", it.uri())
        .text("prefixRewrite", it.prefixRewrite())
        .text("authority", it.authority())
        .number("port", it.port())
        .text("derivePort", it.derivePort())
        .text("scheme", it.scheme())
        .number("redirectCode", it.redirectCode())
        .node();
  }

  private static Node.Mapping directResponse(DirectResponse it) {
    return new Branch()
        .number("status", it.status())
        .object("body", it.body(), RenderHttpRoute::body)
        .node();
  }

  private static Node.Mapping body(Body it) {
    return new Branch().text("string", it.string()).text("bytes", it.bytes()).node();
  }

  private static Node.Mapping rewrite(Rewrite it) {
    return new Branch()
        .text("uri", it.uri())
        .text("authority", it.authority())
        .object("uriRegexRewrite", it.uriRegexRewrite(), RenderHttpRoute::regexRewrite)
        .node();
  }

  private static Node.Mapping regexRewrite(RegexRewrite it) {
    return new Branch().text("match", it.match()).text("rewrite", it.rewrite()).node();
  }

  private static Node.Mapping retries(Retries it) {
    return new Branch()
        .number("attempts", it.attempts())
        .text("perTryTimeout", it.perTryTimeout())
        .text("retryOn", it.retryOn())
        .flag("retryRemoteLocalities", it.retryRemoteLocalities())
        .flag("retryIgnorePreviousHosts", it.retryIgnorePreviousHosts())
        .text("backoff", it.backoff())
        .node();
  }

  private static Node.Mapping fault(Fault it) {
    return new Branch()
        .object("delay", it.delay(), RenderHttpRoute::delay)
        .object("abort", it.abort(), RenderHttpRoute::abort)
        .node();
  }

  private static Node.Mapping delay(Delay it) {
    return new Branch()
        .number("percent", it.percent())
        .text("fixedDelay", it.fixedDelay())
        .text("exponentialDelay", it.exponentialDelay())
        .object("percentage", it.percentage(), RenderHttpRoute::percent)
        .node();
  }

  private static Node.Mapping abort(Abort it) {
    return new Branch()
        .number("httpStatus", it.httpStatus())
        .text("grpcStatus", it.grpcStatus())
        .text("http2Error", it.http2Error())
        .object("percentage", it.percentage(), RenderHttpRoute::percent)
        .node();
  }

  private static Node.Mapping percent(Percent it) {
    return new Branch().number("value", it.value()).node();
  }

  private static Node.Mapping mirror(Mirror it) {
    return new Branch()
        .object("destination", it.destination(), RenderVirtualService::destination)
        .object("percentage", it.percentage(), RenderHttpRoute::percent)
        .node();
  }

  private static Node.Mapping corsPolicy(CorsPolicy it) {
    return new Branch()
        .texts("allowOrigin", it.allowOrigin())
        .objects("allowOrigins", it.allowOrigins(), RenderStringMatch::render)
        .texts("allowMethods", it.allowMethods())
        .texts("allowHeaders", it.allowHeaders())
        .texts("exposeHeaders", it.exposeHeaders())
        .text("maxAge", it.maxAge())
        .flag("allowCredentials", it.allowCredentials())
        .text("unmatchedPreflights", it.unmatchedPreflights())
        .node();
  }

  private static Node.Mapping httpMatch(HttpMatch it) {
    return new Branch()
        .text("name", it.name())
        .object("uri", it.uri(), RenderStringMatch::render)
        .object("scheme", it.scheme(), RenderStringMatch::render)
        .object("method", it.method(), RenderStringMatch::render)
        .object("authority", it.authority(), RenderStringMatch::render)
        .objects("headers", it.headers(), RenderStringMatch::render)
        .objects("withoutHeaders", it.withoutHeaders(), RenderStringMatch::render)
        .objects("queryParams", it.queryParams(), RenderStringMatch::render)
        .flag("ignoreUriCase", it.ignoreUriCase())
        .number("port", it.port())
        .texts("sourceLabels", it.sourceLabels())
        .text("sourceNamespace", it.sourceNamespace())
        .texts("gateways", it.gateways())
        .text("statPrefix", it.statPrefix())
        .node();
  }
}
