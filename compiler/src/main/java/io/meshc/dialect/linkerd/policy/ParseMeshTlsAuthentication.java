package io.meshc.dialect.linkerd.policy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.linkerd.ReadParts;
import io.meshc.yaml.Fields;
import java.util.List;

/// `spec` of a MeshTLSAuthentication → record.
public final class ParseMeshTlsAuthentication {
  private ParseMeshTlsAuthentication() {}

  public static MeshTlsAuthentication parse(Fields top, Meta meta, List<Problem> problems) {
    int since = problems.size();
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    var identities = spec.strings("identities");
    var refs = spec.objects("identityRefs").stream().map(ReadParts::ref).toList();
    boolean legible = ReadParts.isLegible(problems, since);
    var result = new MeshTlsAuthentication(meta, identities, refs, legible, spec.origin());
    spec.done();
    return result;
  }
}
