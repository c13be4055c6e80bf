package io.meshc.dialect.istio.part;

import io.meshc.dialect.istio.Branch;
import io.meshc.yaml.Node;

/// [IstioPort] → node.
public final class RenderIstioPort {
  private RenderIstioPort() {}

  public static Node.Mapping render(IstioPort it) {
    return new Branch()
        .number("number", it.number())
        .text("protocol", it.protocol())
        .text("name", it.name())
        .number("targetPort", it.targetPort())
        .node();
  }
}
