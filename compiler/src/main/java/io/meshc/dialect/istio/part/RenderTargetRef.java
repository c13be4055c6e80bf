package io.meshc.dialect.istio.part;

import io.meshc.dialect.istio.Branch;
import io.meshc.yaml.Node;

/// [TargetRef] → node.
public final class RenderTargetRef {
  private RenderTargetRef() {}

  public static Node.Mapping render(TargetRef it) {
    return new Branch()
        .text("group", it.group())
        .text("kind", it.kind())
        .text("name", it.name())
        .text("namespace", it.namespace())
        .node();
  }
}
