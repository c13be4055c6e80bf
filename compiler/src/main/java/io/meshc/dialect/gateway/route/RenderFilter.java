package io.meshc.dialect.gateway.route;

import io.meshc.dialect.Branch;
import io.meshc.dialect.gateway.route.Filter.Cors;
import io.meshc.dialect.gateway.route.Filter.Extension;
import io.meshc.dialect.gateway.route.Filter.ExternalAuth;
import io.meshc.dialect.gateway.route.Filter.Fraction;
import io.meshc.dialect.gateway.route.Filter.Header;
import io.meshc.dialect.gateway.route.Filter.HeaderModifier;
import io.meshc.dialect.gateway.route.Filter.HttpAuth;
import io.meshc.dialect.gateway.route.Filter.Mirror;
import io.meshc.dialect.gateway.route.Filter.PathModifier;
import io.meshc.dialect.gateway.route.Filter.Redirect;
import io.meshc.dialect.gateway.route.Filter.Rewrite;
import io.meshc.yaml.Node;

/// Filter → node.
final class RenderFilter {
  private RenderFilter() {}

  static Node.Mapping filter(Filter it) {
    return new Branch()
        .text("type", it.type())
        .object("requestHeaderModifier", it.requestHeaderModifier(), RenderFilter::headers)
        .object("responseHeaderModifier", it.responseHeaderModifier(), RenderFilter::headers)
        .object("requestMirror", it.requestMirror(), RenderFilter::mirror)
        .object("requestRedirect", it.requestRedirect(), RenderFilter::redirect)
        .object("urlRewrite", it.urlRewrite(), RenderFilter::rewrite)
        .object("cors", it.cors(), RenderFilter::cors)
        .object("externalAuth", it.externalAuth(), RenderFilter::auth)
        .object("extensionRef", it.extensionRef(), RenderFilter::extension)
        .node();
  }

  private static Node.Mapping headers(HeaderModifier it) {
    return new Branch()
        .objects("set", it.set(), RenderFilter::header)
        .objects("add", it.add(), RenderFilter::header)
        .texts("remove", it.remove())
        .node();
  }

  private static Node.Mapping header(Header it) {
    return new Branch().text("name", it.name()).text("value", it.value()).node();
  }

  private static Node.Mapping mirror(Mirror it) {
    return new Branch()
        .object("backendRef", it.backendRef(), RenderReference::backend)
        .number("percent", it.percent())
        .object("fraction", it.fraction(), RenderFilter::fraction)
        .node();
  }

  private static Node.Mapping fraction(Fraction it) {
    return new Branch()
        .number("numerator", it.numerator())
        .number("denominator", it.denominator())
        .node();
  }

  private static Node.Mapping redirect(Redirect it) {
    return new Branch()
        .text("scheme", it.scheme())
        .text("hostname", it.hostname())
        .object("path", it.path(), RenderFilter::path)
        .number("port", it.port())
        .number("statusCode", it.statusCode())
        .node();
  }

  private static Node.Mapping rewrite(Rewrite it) {
    return new Branch()
        .text("hostname", it.hostname())
        .object("path", it.path(), RenderFilter::path)
        .node();
  }

  private static Node.Mapping path(PathModifier it) {
    return new Branch()
        .text("type", it.type())
        .text("replaceFullPath", it.replaceFullPath())
        .text("replacePrefixMatch", it.replacePrefixMatch())
        .node();
  }

  private static Node.Mapping cors(Cors it) {
    return new Branch()
        .texts("allowOrigins", it.allowOrigins())
        .flag("allowCredentials", it.allowCredentials())
        .texts("allowMethods", it.allowMethods())
        .texts("allowHeaders", it.allowHeaders())
        .texts("exposeHeaders", it.exposeHeaders())
        .number("maxAge", it.maxAge())
        .node();
  }

  private static Node.Mapping auth(ExternalAuth it) {
    return new Branch()
        .text("protocol", it.protocol())
        .object("backendRef", it.backendRef(), RenderReference::backend)
        .object(
            "grpc",
            it.grpc(),
            grpc -> new Branch().texts("allowedHeaders", grpc.allowedHeaders()).node())
        .object("http", it.http(), RenderFilter::http)
        .object(
            "forwardBody",
            it.forwardBody(),
            body -> new Branch().number("maxSize", body.maxSize()).node())
        .node();
  }

  private static Node.Mapping http(HttpAuth it) {
    return new Branch()
        .text("path", it.path())
        .texts("allowedHeaders", it.allowedHeaders())
        .texts("allowedResponseHeaders", it.allowedResponseHeaders())
        .node();
  }

  private static Node.Mapping extension(Extension it) {
    return new Branch()
        .text("group", it.group())
        .text("kind", it.kind())
        .text("name", it.name())
        .node();
  }
}
