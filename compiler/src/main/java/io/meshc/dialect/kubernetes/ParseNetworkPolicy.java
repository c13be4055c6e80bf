package io.meshc.dialect.kubernetes;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.source.At;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Document → [NetworkPolicyObject].
///
/// Source: kubernetes.io, "Network Policies": "Each rule allows traffic which matches both the `from` and `ports` sections"; "If no
/// `policyTypes` are specified … then by default `Ingress` will always be set and `Egress` will be set if the NetworkPolicy has
/// any egress rules."
public final class ParseNetworkPolicy {
  private ParseNetworkPolicy() {}

  public static Outcome<NetworkPolicyObject> parse(
      Document document, Header header, String defaultNamespace) {
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    Meta meta = header.meta(top, defaultNamespace, problems);
    NetworkPolicyObject policy =
        top.required("spec", top::object)
            .map(spec -> policy(meta, spec))
            .orElseGet(() -> new NetworkPolicyObject(meta, Map.of(), false, false));
    top.done();
    return new Outcome<>(policy, problems);
  }

  private static NetworkPolicyObject policy(Meta meta, Fields spec) {
    Optional<Fields> selector = spec.object("podSelector");
    Map<String, At<String>> labels =
        selector.map(it -> it.stringMap("matchLabels")).orElse(Map.of());
    boolean byLabels = selector.map(it -> it.objects("matchExpressions").isEmpty()).orElse(true);
    selector.ifPresent(Fields::done);
    List<String> types = spec.strings("policyTypes").stream().map(At::value).toList();
    boolean ingress = types.isEmpty() || types.contains("Ingress");
    boolean egress = types.isEmpty() ? spec.has("egress") : types.contains("Egress");
    boolean anyMayCall = hasOpenRule(spec, "ingress", "from");
    boolean mayCallAny = hasOpenRule(spec, "egress", "to");
    spec.done();
    return new NetworkPolicyObject(
        meta, byLabels ? labels : Map.of(), ingress && !anyMayCall, egress && !mayCallAny);
  }

  /// A rule that names neither peers nor ports lets everything through.
  private static boolean hasOpenRule(Fields spec, String field, String peers) {
    boolean open = false;
    for (Fields rule : spec.objects(field)) {
      open |= rule.objects(peers).isEmpty() && rule.objects("ports").isEmpty();
      rule.done();
    }
    return open;
  }
}
