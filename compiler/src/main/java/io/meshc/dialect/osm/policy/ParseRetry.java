package io.meshc.dialect.osm.policy;

import io.meshc.dialect.Meta;
import io.meshc.yaml.Fields;

/// `spec` of a Retry → record.
public final class ParseRetry {
  private ParseRetry() {}

  public static Retry parse(Fields top, Meta meta) {
    Fields spec = top.object("spec").orElseGet(() -> top.nothing("spec"));
    var result =
        new Retry(
            meta,
            spec.object("source").map(Subject::read),
            spec.objects("destinations").stream().map(Subject::read).toList(),
            spec.object("retryPolicy").map(ParseRetry::policy));
    spec.done();
    return result;
  }

  private static Retry.Policy policy(Fields fields) {
    var result =
        new Retry.Policy(
            fields.string("retryOn"),
            fields.string("perTryTimeout"),
            fields.integer("numRetries"),
            fields.string("retryBackoffBaseInterval"));
    fields.done();
    return result;
  }
}
