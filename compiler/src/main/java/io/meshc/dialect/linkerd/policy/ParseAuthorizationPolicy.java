package io.meshc.dialect.linkerd.policy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.linkerd.ObjectRef;
import io.meshc.dialect.linkerd.ReadParts;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// `spec` of an AuthorizationPolicy → record.
public final class ParseAuthorizationPolicy {
  private ParseAuthorizationPolicy() {}

  public static AuthorizationPolicy parse(Fields top, Meta meta, List<Problem> problems) {
    int since = problems.size();
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    Optional<ObjectRef> target =
        spec.required("targetRef", spec::object).map(ParseAuthorizationPolicy::local);
    List<ObjectRef> required =
        spec.required("requiredAuthenticationRefs", it -> Optional.of(spec.objects(it))).stream()
            .flatMap(List::stream)
            .map(ReadParts::ref)
            .toList();
    boolean legible = ReadParts.isLegible(problems, since);
    var result = new AuthorizationPolicy(meta, target, required, legible, spec.origin());
    spec.done();
    return result;
  }

  /// A reference that cannot leave the namespace.
  static ObjectRef local(Fields fields) {
    var result =
        new ObjectRef(
            fields.string("group"),
            fields.string("kind"),
            fields.string("name"),
            Optional.empty(),
            fields.origin());
    fields.done();
    return result;
  }
}
