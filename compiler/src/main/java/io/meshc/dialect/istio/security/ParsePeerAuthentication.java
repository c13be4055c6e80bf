package io.meshc.dialect.istio.security;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.Gap;
import io.meshc.dialect.istio.security.PeerAuthentication.Mode;
import io.meshc.dialect.istio.security.PeerAuthentication.MutualTls;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `spec` of a PeerAuthentication → record.
public final class ParsePeerAuthentication {
  private ParsePeerAuthentication() {}

  public static PeerAuthentication parse(Fields top, Meta meta, List<Problem> problems) {
    Optional<Fields> spec = top.object("spec");
    if (spec.isEmpty()) {
      return new PeerAuthentication(meta, Optional.empty(), Optional.empty(), Optional.empty());
    }
    Fields fields = spec.get();
    Optional<Map<String, MutualTls>> ports =
        fields.has("portLevelMtls")
            ? Optional.of(fields.objectMap("portLevelMtls", it -> mutualTls(it, problems)))
            : Optional.empty();
    var result =
        new PeerAuthentication(
            meta,
            fields.object("selector").map(ReadTargets::workloadSelector),
            fields.object("mtls").map(it -> mutualTls(it, problems)),
            ports);
    fields.done();
    return result;
  }

  private static MutualTls mutualTls(Fields fields, List<Problem> problems) {
    var mode = Choice.of(fields, "mode", Mode.class, problems);
    var result = new MutualTls(mode, Gap.unread(fields, "mode", mode), fields.origin());
    fields.done();
    return result;
  }
}
