package io.meshc.dialect.istio.routing;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.istio.ReadStringMatch;
import io.meshc.dialect.istio.routing.HttpRoute.Abort;
import io.meshc.dialect.istio.routing.HttpRoute.Body;
import io.meshc.dialect.istio.routing.HttpRoute.CorsPolicy;
import io.meshc.dialect.istio.routing.HttpRoute.Delay;
import io.meshc.dialect.istio.routing.HttpRoute.Delegate;
import io.meshc.dialect.istio.routing.HttpRoute.DirectResponse;
import io.meshc.dialect.istio.routing.HttpRoute.Fault;
import io.meshc.dialect.istio.routing.HttpRoute.Mirror;
import io.meshc.dialect.istio.routing.HttpRoute.Percent;
import io.meshc.dialect.istio.routing.HttpRoute.PortOrigin;
import io.meshc.dialect.istio.routing.HttpRoute.Preflights;
import io.meshc.dialect.istio.routing.HttpRoute.Redirect;
import io.meshc.dialect.istio.routing.HttpRoute.RegexRewrite;
import io.meshc.dialect.istio.routing.HttpRoute.Retries;
import io.meshc.dialect.istio.routing.HttpRoute.Rewrite;
import io.meshc.yaml.Fields;
import java.util.List;

/// A route of HTTP requests, as a record.
public final class ParseHttpRoute {
  private ParseHttpRoute() {}

  static HttpRoute httpRoute(Fields fields, List<Problem> problems) {
    var result =
        new HttpRoute(
            fields.string("name"),
            fields.objects("match").stream().map(ParseHttpRoute::httpMatch).toList(),
            fields.objects("route").stream().map(ParseVirtualService::routeDestination).toList(),
            fields.object("redirect").map(it -> redirect(it, problems)),
            fields.object("directResponse").map(ParseHttpRoute::directResponse),
            fields.object("delegate").map(ParseHttpRoute::delegate),
            fields.object("rewrite").map(ParseHttpRoute::rewrite),
            fields.string("timeout"),
            fields.object("retries").map(ParseHttpRoute::retries),
            fields.object("fault").map(ParseHttpRoute::fault),
            fields.object("mirror").map(ParseVirtualService::destination),
            fields.objects("mirrors").stream().map(ParseHttpRoute::mirror).toList(),
            fields.whole("mirrorPercent"),
            fields.whole("mirror_percent"),
            fields.object("mirrorPercentage").map(ParseHttpRoute::percent),
            fields.object("corsPolicy").map(it -> corsPolicy(it, problems)),
            fields.object("headers").map(ParseVirtualService::headers),
            fields.origin());
    fields.done();
    return result;
  }

  private static Delegate delegate(Fields fields) {
    var result = new Delegate(fields.string("name"), fields.string("namespace"), fields.origin());
    fields.done();
    return result;
  }

  private static Redirect redirect(Fields fields, List<Problem> problems) {
    var result =
        new Redirect(
            fields.string("uri"),
            fields.string("prefixRewrite"),
            fields.string("authority"),
            fields.whole("port"),
            Choice.of(fields, "derivePort", PortOrigin.class, problems),
            fields.string("scheme"),
            fields.whole("redirectCode"),
            fields.origin());
    fields.done();
    return result;
  }

  private static DirectResponse directResponse(Fields fields) {
    var result =
        new DirectResponse(
            fields.whole("status"),
            fields.object("body").map(ParseHttpRoute::body),
            fields.origin());
    fields.done();
    return result;
  }

  private static Body body(Fields fields) {
    var result = new Body(fields.string("string"), fields.string("bytes"), fields.origin());
    fields.done();
    return result;
  }

  private static Rewrite rewrite(Fields fields) {
    var result =
        new Rewrite(
            fields.string("uri"),
            fields.string("authority"),
            fields.object("uriRegexRewrite").map(ParseHttpRoute::regexRewrite),
            fields.origin());
    fields.done();
    return result;
  }

  private static RegexRewrite regexRewrite(Fields fields) {
    var result =
        new RegexRewrite(fields.string("match"), fields.string("rewrite"), fields.origin());
    fields.done();
    return result;
  }

  private static Retries retries(Fields fields) {
    var result =
        new Retries(
            fields.whole("attempts"),
            fields.string("perTryTimeout"),
            fields.string("retryOn"),
            fields.bool("retryRemoteLocalities"),
            fields.bool("retryIgnorePreviousHosts"),
            fields.string("backoff"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Fault fault(Fields fields) {
    var result =
        new Fault(
            fields.object("delay").map(ParseHttpRoute::delay),
            fields.object("abort").map(ParseHttpRoute::abort),
            fields.origin());
    fields.done();
    return result;
  }

  private static Delay delay(Fields fields) {
    var result =
        new Delay(
            fields.whole("percent"),
            fields.string("fixedDelay"),
            fields.string("exponentialDelay"),
            fields.object("percentage").map(ParseHttpRoute::percent),
            fields.origin());
    fields.done();
    return result;
  }

  private static Abort abort(Fields fields) {
    var result =
        new Abort(
            fields.whole("httpStatus"),
            fields.string("grpcStatus"),
            fields.string("http2Error"),
            fields.object("percentage").map(ParseHttpRoute::percent),
            fields.origin());
    fields.done();
    return result;
  }

  private static Percent percent(Fields fields) {
    var result = new Percent(fields.decimal("value"), fields.origin());
    fields.done();
    return result;
  }

  private static Mirror mirror(Fields fields) {
    var result =
        new Mirror(
            fields.object("destination").map(ParseVirtualService::destination),
            fields.object("percentage").map(ParseHttpRoute::percent),
            fields.origin());
    fields.done();
    return result;
  }

  private static CorsPolicy corsPolicy(Fields fields, List<Problem> problems) {
    var result =
        new CorsPolicy(
            fields.strings("allowOrigin"),
            ReadStringMatch.list(fields, "allowOrigins"),
            fields.strings("allowMethods"),
            fields.strings("allowHeaders"),
            fields.strings("exposeHeaders"),
            fields.string("maxAge"),
            fields.bool("allowCredentials"),
            Choice.of(fields, "unmatchedPreflights", Preflights.class, problems),
            fields.origin());
    fields.done();
    return result;
  }

  private static HttpMatch httpMatch(Fields fields) {
    var result =
        new HttpMatch(
            fields.string("name"),
            ReadStringMatch.of(fields, "uri"),
            ReadStringMatch.of(fields, "scheme"),
            ReadStringMatch.of(fields, "method"),
            ReadStringMatch.of(fields, "authority"),
            ReadStringMatch.map(fields, "headers"),
            ReadStringMatch.map(fields, "withoutHeaders"),
            ReadStringMatch.map(fields, "queryParams"),
            fields.bool("ignoreUriCase"),
            fields.whole("port"),
            fields.stringMap("sourceLabels"),
            fields.string("sourceNamespace"),
            fields.strings("gateways"),
            fields.string("statPrefix"),
            fields.origin());
    fields.done();
    return result;
  }
}
