package io.meshc.dialect.linkerd.policy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.kubernetes.PortName;
import io.meshc.dialect.linkerd.LabelSelector;
import io.meshc.dialect.linkerd.ReadParts;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `spec` of a Server → record. What a version does not have is a field that it does not know: before v1beta2 no
/// `externalWorkloadSelector`, before v1beta3 no `accessPolicy`.
public final class ParseServer {
  private static final Set<String> PODS_ALONE = Set.of("v1alpha1", "v1beta1");

  private ParseServer() {}

  public static Server parse(Fields top, Meta meta, List<Problem> problems) {
    int since = problems.size();
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    boolean external = !PODS_ALONE.contains(meta.version());
    boolean policy = external && !meta.version().equals("v1beta2");
    var podSelector = spec.object("podSelector").map(ReadParts::selector);
    var externalSelector =
        external
            ? spec.object("externalWorkloadSelector").map(ReadParts::selector)
            : Optional.<LabelSelector>empty();
    var port = spec.required("port", it -> PortName.read(spec, it, problems));
    var server =
        new Server(
            meta,
            podSelector,
            externalSelector,
            port,
            spec.string("proxyProtocol"),
            policy ? spec.string("accessPolicy") : Optional.empty(),
            ReadParts.isLegible(problems, since),
            spec.origin());
    spec.done();
    return server;
  }
}
