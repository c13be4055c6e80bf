package io.meshc.dialect.istio.registry;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.Choice;
import io.meshc.dialect.istio.Gap;
import io.meshc.dialect.istio.ReadSelector;
import io.meshc.dialect.istio.registry.Sidecar.Outbound;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `spec` of a Sidecar → record.
public final class ParseSidecar {
  private ParseSidecar() {}

  public static Sidecar parse(Fields top, Meta meta, List<Problem> problems) {
    Optional<Fields> spec = top.object("spec");
    if (spec.isEmpty()) {
      return new Sidecar(meta, Map.of(), false, Optional.empty(), List.of());
    }
    Fields fields = spec.get();
    var gaps = new ArrayList<>(Gap.in(fields, problems, "ingress"));
    Gap.harmless(fields, problems, "inboundConnectionPool");
    Map<String, At<String>> selector = ReadSelector.labels(fields, "workloadSelector");
    boolean everyHost = false;
    for (Fields listener : fields.objects("egress")) {
      List<Gap> parts = Gap.in(listener, problems, "port", "bind", "captureMode");
      List<At<String>> hosts = listener.strings("hosts");
      boolean all = hosts.stream().anyMatch(it -> it.value().equals("*/*"));
      if (!all && parts.isEmpty()) {
        gaps.add(Gap.report(listener.keyOrigin("hosts"), problems));
      }
      everyHost |= all && parts.isEmpty();
      gaps.addAll(parts);
      listener.done();
    }
    Optional<At<Outbound>> outbound =
        fields.object("outboundTrafficPolicy").flatMap(it -> outbound(it, gaps, problems));
    fields.done();
    return new Sidecar(meta, selector, everyHost, outbound, gaps);
  }

  private static Optional<At<Outbound>> outbound(
      Fields fields, List<Gap> gaps, List<Problem> problems) {
    gaps.addAll(Gap.in(fields, problems, "egressProxy"));
    Optional<At<Outbound>> mode = Choice.of(fields, "mode", Outbound.class, problems);
    fields.done();
    // The API's zero value, which Istio takes where the policy is there and says nothing.
    return mode.or(() -> Optional.of(At.of(Outbound.REGISTRY_ONLY, fields.origin())));
  }
}
