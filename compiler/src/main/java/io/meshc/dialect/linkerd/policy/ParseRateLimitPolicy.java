package io.meshc.dialect.linkerd.policy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.linkerd.ReadParts;
import io.meshc.dialect.linkerd.policy.RateLimitPolicy.Limit;
import io.meshc.yaml.Fields;
import java.util.List;

/// `spec` of an HTTPLocalRateLimitPolicy → record.
public final class ParseRateLimitPolicy {
  private ParseRateLimitPolicy() {}

  public static RateLimitPolicy parse(Fields top, Meta meta, List<Problem> problems) {
    int since = problems.size();
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    var target = spec.required("targetRef", spec::object).map(ParseAuthorizationPolicy::local);
    var total = spec.object("total").map(ParseRateLimitPolicy::limit);
    var identity = spec.object("identity").map(ParseRateLimitPolicy::limit);
    var overrides = spec.objects("overrides").stream().map(ParseRateLimitPolicy::override).toList();
    boolean legible = ReadParts.isLegible(problems, since);
    var result =
        new RateLimitPolicy(meta, target, total, identity, overrides, legible, spec.origin());
    spec.done();
    return result;
  }

  private static Limit limit(Fields fields) {
    var result = new Limit(fields.required("requestsPerSecond", fields::whole), fields.origin());
    fields.done();
    return result;
  }

  private static RateLimitPolicy.Override override(Fields fields) {
    var result =
        new RateLimitPolicy.Override(
            fields.required("requestsPerSecond", fields::whole),
            fields.objects("clientRefs").stream().map(ReadParts::ref).toList(),
            fields.origin());
    fields.done();
    return result;
  }
}
