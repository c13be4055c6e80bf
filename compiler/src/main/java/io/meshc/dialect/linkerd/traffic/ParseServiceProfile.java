package io.meshc.dialect.linkerd.traffic;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.linkerd.ReadParts;
import io.meshc.dialect.linkerd.traffic.ServiceProfile.Range;
import io.meshc.dialect.linkerd.traffic.ServiceProfile.RequestMatch;
import io.meshc.dialect.linkerd.traffic.ServiceProfile.ResponseClass;
import io.meshc.dialect.linkerd.traffic.ServiceProfile.ResponseMatch;
import io.meshc.dialect.linkerd.traffic.ServiceProfile.RetryBudget;
import io.meshc.dialect.linkerd.traffic.ServiceProfile.Route;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import java.util.List;
import java.util.Optional;

/// `spec` of a ServiceProfile → record.
public final class ParseServiceProfile {
  private ParseServiceProfile() {}

  public static ServiceProfile parse(Fields top, Meta meta, List<Problem> problems) {
    int since = problems.size();
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    var routes = spec.objects("routes").stream().map(ParseServiceProfile::route).toList();
    var budget = spec.object("retryBudget").map(ParseServiceProfile::budget);
    var overrides =
        spec.objects("dstOverrides").stream().map(ParseServiceProfile::override).toList();
    var opaque = spec.strings("opaquePorts");
    boolean legible = ReadParts.isLegible(problems, since);
    var result =
        new ServiceProfile(meta, routes, budget, overrides, opaque, legible, spec.origin());
    spec.done();
    return result;
  }

  private static Route route(Fields fields) {
    var result =
        new Route(
            fields.string("name"),
            fields.object("condition").map(ParseServiceProfile::request),
            fields.objects("responseClasses").stream()
                .map(ParseServiceProfile::responseClass)
                .toList(),
            fields.bool("isRetryable"),
            fields.string("timeout"),
            fields.origin());
    fields.done();
    return result;
  }

  private static RequestMatch request(Fields fields) {
    var result =
        new RequestMatch(
            fields.string("pathRegex"),
            fields.string("method"),
            fields.objects("all").stream().map(ParseServiceProfile::request).toList(),
            fields.objects("any").stream().map(ParseServiceProfile::request).toList(),
            fields.value("not"),
            fields.origin());
    fields.done();
    return result;
  }

  private static ResponseClass responseClass(Fields fields) {
    var result =
        new ResponseClass(
            fields.object("condition").map(ParseServiceProfile::response),
            fields.bool("isFailure"),
            fields.origin());
    fields.done();
    return result;
  }

  private static ResponseMatch response(Fields fields) {
    var result =
        new ResponseMatch(
            fields.object("status").map(ParseServiceProfile::range),
            fields.objects("all").stream().map(ParseServiceProfile::response).toList(),
            fields.objects("any").stream().map(ParseServiceProfile::response).toList(),
            fields.object("not").map(ParseServiceProfile::response),
            fields.origin());
    fields.done();
    return result;
  }

  private static Range range(Fields fields) {
    var result = new Range(fields.whole("min"), fields.whole("max"), fields.origin());
    fields.done();
    return result;
  }

  private static RetryBudget budget(Fields fields) {
    var result =
        new RetryBudget(
            fields.decimal("retryRatio"),
            fields.whole("minRetriesPerSecond"),
            fields.string("ttl"),
            fields.origin());
    fields.done();
    return result;
  }

  private static ServiceProfile.Override override(Fields fields) {
    var result =
        new ServiceProfile.Override(fields.string("authority"), quantity(fields), fields.origin());
    fields.done();
    return result;
  }

  /// A number or a text: `500m`.
  private static Optional<At<String>> quantity(Fields fields) {
    return fields
        .value("weight")
        .filter(it -> it.value() instanceof Node.Scalar)
        .map(it -> it.map(node -> ((Node.Scalar) node).text()))
        .or(() -> fields.string("weight"));
  }
}
