package io.meshc.dialect.istio.security;

import io.meshc.dialect.Branch;
import io.meshc.yaml.Node;

/// The fields by which policies say what they are about → nodes.
public final class RenderTargets {
  private RenderTargets() {}

  public static Node.Mapping workloadSelector(WorkloadSelector it) {
    return new Branch().texts("matchLabels", it.matchLabels()).node();
  }

  public static Node.Mapping targetRef(TargetRef it) {
    return new Branch()
        .text("group", it.group())
        .text("kind", it.kind())
        .text("name", it.name())
        .text("namespace", it.namespace())
        .node();
  }
}
