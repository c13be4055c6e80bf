package io.meshc.dialect.istio.security;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.Choice;
import io.meshc.dialect.istio.ReadSelector;
import io.meshc.dialect.istio.security.PeerAuthentication.Mode;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `spec` of a PeerAuthentication → record.
public final class ParsePeerAuthentication {
  private ParsePeerAuthentication() {}

  public static PeerAuthentication parse(Fields top, Meta meta, List<Problem> problems) {
    Optional<Fields> spec = top.object("spec");
    if (spec.isEmpty()) {
      return new PeerAuthentication(meta, Map.of(), Optional.empty(), Map.of());
    }
    Fields fields = spec.get();
    var result =
        new PeerAuthentication(
            meta,
            ReadSelector.matchLabels(fields, "selector"),
            fields.object("mtls").flatMap(it -> mode(it, problems)),
            ports(fields, problems));
    fields.done();
    return result;
  }

  private static Optional<At<Mode>> mode(Fields fields, List<Problem> problems) {
    var mode = Choice.of(fields, "mode", Mode.class, problems);
    fields.done();
    return mode;
  }

  private static Map<Integer, At<Mode>> ports(Fields fields, List<Problem> problems) {
    var result = new HashMap<Integer, At<Mode>>();
    Optional<Fields> byPort = fields.object("portLevelMtls");
    if (byPort.isEmpty()
        || !(fields.node("portLevelMtls").orElseThrow() instanceof Node.Mapping map)) {
      return result;
    }
    for (Node.Entry entry : map.entries()) {
      Optional<At<Mode>> mode = byPort.get().object(entry.key()).flatMap(it -> mode(it, problems));
      if (entry.key().matches("[1-9][0-9]{0,4}")) {
        mode.ifPresent(it -> result.put(Integer.parseInt(entry.key()), it));
      } else {
        String message = "`" + entry.key() + "` is no port";
        problems.add(
            new Problem(
                Problem.Kind.INVALID_VALUE, byPort.get().keyOrigin(entry.key()), message, ""));
      }
    }
    return result;
  }
}
