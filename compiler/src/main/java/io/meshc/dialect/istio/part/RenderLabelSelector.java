package io.meshc.dialect.istio.part;

import io.meshc.dialect.istio.Branch;
import io.meshc.yaml.Node;

/// [LabelSelector] → node.
public final class RenderLabelSelector {
  private RenderLabelSelector() {}

  public static Node.Mapping render(LabelSelector it) {
    return new Branch().texts("matchLabels", it.matchLabels()).node();
  }
}
