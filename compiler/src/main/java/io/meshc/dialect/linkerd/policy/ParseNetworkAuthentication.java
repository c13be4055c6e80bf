package io.meshc.dialect.linkerd.policy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.linkerd.Network;
import io.meshc.dialect.linkerd.ReadParts;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// `spec` of a NetworkAuthentication → record.
public final class ParseNetworkAuthentication {
  private ParseNetworkAuthentication() {}

  public static NetworkAuthentication parse(Fields top, Meta meta, List<Problem> problems) {
    int since = problems.size();
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    List<Network> networks =
        spec.required("networks", it -> Optional.of(spec.objects(it))).stream()
            .flatMap(List::stream)
            .map(ReadParts::network)
            .toList();
    boolean legible = ReadParts.isLegible(problems, since);
    var result = new NetworkAuthentication(meta, networks, legible, spec.origin());
    spec.done();
    return result;
  }
}
