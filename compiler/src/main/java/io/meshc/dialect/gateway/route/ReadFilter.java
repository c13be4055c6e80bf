package io.meshc.dialect.gateway.route;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.gateway.route.Filter.Cors;
import io.meshc.dialect.gateway.route.Filter.Extension;
import io.meshc.dialect.gateway.route.Filter.ExternalAuth;
import io.meshc.dialect.gateway.route.Filter.ForwardBody;
import io.meshc.dialect.gateway.route.Filter.Fraction;
import io.meshc.dialect.gateway.route.Filter.GrpcAuth;
import io.meshc.dialect.gateway.route.Filter.Header;
import io.meshc.dialect.gateway.route.Filter.HeaderModifier;
import io.meshc.dialect.gateway.route.Filter.HttpAuth;
import io.meshc.dialect.gateway.route.Filter.Mirror;
import io.meshc.dialect.gateway.route.Filter.PathModifier;
import io.meshc.dialect.gateway.route.Filter.PathModifierType;
import io.meshc.dialect.gateway.route.Filter.Redirect;
import io.meshc.dialect.gateway.route.Filter.Rewrite;
import io.meshc.dialect.gateway.route.Grammar.Part;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Filters → records.
final class ReadFilter {
  private ReadFilter() {}

  static List<Filter> filters(Fields rule, Grammar grammar, List<Problem> problems) {
    return rule.objects("filters").stream().map(it -> filter(it, grammar, problems)).toList();
  }

  private static Filter filter(Fields fields, Grammar grammar, List<Problem> problems) {
    var result =
        new Filter(
            fields.required("type", it -> Choice.of(fields, it, Filter.Type.class, problems)),
            fields.object("requestHeaderModifier").map(ReadFilter::headers),
            fields.object("responseHeaderModifier").map(ReadFilter::headers),
            part(fields, grammar, Part.MIRROR, "requestMirror", ReadFilter::mirror),
            part(fields, grammar, Part.REDIRECT, "requestRedirect", it -> redirect(it, problems)),
            part(fields, grammar, Part.REWRITE, "urlRewrite", it -> rewrite(it, problems)),
            part(fields, grammar, Part.CORS, "cors", ReadFilter::cors),
            part(fields, grammar, Part.AUTH, "externalAuth", ReadFilter::auth),
            part(fields, grammar, Part.EXTENSION, "extensionRef", ReadFilter::extension),
            fields.origin());
    fields.done();
    return result;
  }

  private static <T> Optional<T> part(
      Fields fields, Grammar grammar, Part part, String field, Function<Fields, T> reader) {
    return grammar.has(part) ? fields.object(field).map(reader) : Optional.empty();
  }

  private static HeaderModifier headers(Fields fields) {
    var result =
        new HeaderModifier(
            fields.objects("set").stream().map(ReadFilter::header).toList(),
            fields.objects("add").stream().map(ReadFilter::header).toList(),
            fields.strings("remove"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Header header(Fields fields) {
    var result =
        new Header(
            fields.required("name", fields::string),
            fields.required("value", fields::string),
            fields.origin());
    fields.done();
    return result;
  }

  private static Mirror mirror(Fields fields) {
    var result =
        new Mirror(
            fields.required("backendRef", fields::object).map(ReadReference::aside),
            fields.whole("percent"),
            fields.object("fraction").map(ReadFilter::fraction),
            fields.origin());
    fields.done();
    return result;
  }

  private static Fraction fraction(Fields fields) {
    var result =
        new Fraction(
            fields.required("numerator", fields::whole),
            fields.whole("denominator"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Redirect redirect(Fields fields, List<Problem> problems) {
    var result =
        new Redirect(
            fields.string("scheme"),
            fields.string("hostname"),
            fields.object("path").map(it -> path(it, problems)),
            fields.whole("port"),
            fields.whole("statusCode"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Rewrite rewrite(Fields fields, List<Problem> problems) {
    var result =
        new Rewrite(
            fields.string("hostname"),
            fields.object("path").map(it -> path(it, problems)),
            fields.origin());
    fields.done();
    return result;
  }

  private static PathModifier path(Fields fields, List<Problem> problems) {
    var result =
        new PathModifier(
            fields.required("type", it -> Choice.of(fields, it, PathModifierType.class, problems)),
            fields.string("replaceFullPath"),
            fields.string("replacePrefixMatch"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Cors cors(Fields fields) {
    var result =
        new Cors(
            fields.strings("allowOrigins"),
            fields.bool("allowCredentials"),
            fields.strings("allowMethods"),
            fields.strings("allowHeaders"),
            fields.strings("exposeHeaders"),
            fields.whole("maxAge"),
            fields.origin());
    fields.done();
    return result;
  }

  private static ExternalAuth auth(Fields fields) {
    var result =
        new ExternalAuth(
            fields.required("protocol", fields::string),
            fields.required("backendRef", fields::object).map(ReadReference::aside),
            fields.object("grpc").map(ReadFilter::grpc),
            fields.object("http").map(ReadFilter::http),
            fields.object("forwardBody").map(ReadFilter::forwardBody),
            fields.origin());
    fields.done();
    return result;
  }

  private static GrpcAuth grpc(Fields fields) {
    var result = new GrpcAuth(fields.strings("allowedHeaders"), fields.origin());
    fields.done();
    return result;
  }

  private static HttpAuth http(Fields fields) {
    var result =
        new HttpAuth(
            fields.string("path"),
            fields.strings("allowedHeaders"),
            fields.strings("allowedResponseHeaders"),
            fields.origin());
    fields.done();
    return result;
  }

  private static ForwardBody forwardBody(Fields fields) {
    var result = new ForwardBody(fields.whole("maxSize"), fields.origin());
    fields.done();
    return result;
  }

  private static Extension extension(Fields fields) {
    var result =
        new Extension(
            fields.required("group", fields::string),
            fields.required("kind", fields::string),
            fields.required("name", fields::string),
            fields.origin());
    fields.done();
    return result;
  }
}
