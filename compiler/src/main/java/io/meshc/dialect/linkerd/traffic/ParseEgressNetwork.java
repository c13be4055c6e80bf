package io.meshc.dialect.linkerd.traffic;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.linkerd.Network;
import io.meshc.dialect.linkerd.ReadParts;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// `spec` of an EgressNetwork → record.
public final class ParseEgressNetwork {
  private ParseEgressNetwork() {}

  public static EgressNetwork parse(Fields top, Meta meta, List<Problem> problems) {
    int since = problems.size();
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    var policy = spec.required("trafficPolicy", spec::string);
    Optional<List<Network>> networks =
        spec.has("networks")
            ? Optional.of(spec.objects("networks").stream().map(ReadParts::network).toList())
            : Optional.empty();
    boolean legible = ReadParts.isLegible(problems, since);
    var result = new EgressNetwork(meta, policy, networks, legible, spec.origin());
    spec.done();
    return result;
  }
}
