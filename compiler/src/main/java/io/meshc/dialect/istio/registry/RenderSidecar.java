package io.meshc.dialect.istio.registry;

import io.meshc.dialect.istio.Branch;
import io.meshc.source.At;
import io.meshc.yaml.Node;
import java.util.List;

/// Sidecar → node, in version v1.
public final class RenderSidecar {
  private RenderSidecar() {}

  public static Node.Mapping render(Sidecar sidecar) {
    var spec = new Branch();
    if (!sidecar.selector().isEmpty()) {
      spec.map("workloadSelector", new Branch().texts("labels", sidecar.selector()).node());
    }
    if (sidecar.everyHost()) {
      List<At<String>> hosts = List.of(At.of("*/*", sidecar.meta().origin()));
      spec.list("egress", List.of(new Branch().texts("hosts", hosts).node()));
    }
    spec.unlessEmpty("outboundTrafficPolicy", new Branch().text("mode", sidecar.outbound()).node());
    return Branch.object("networking.istio.io/v1", sidecar.meta(), spec.node());
  }
}
