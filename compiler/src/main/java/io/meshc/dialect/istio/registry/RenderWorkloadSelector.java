package io.meshc.dialect.istio.registry;

import io.meshc.dialect.Branch;
import io.meshc.yaml.Node;

/// [WorkloadSelector] → node.
public final class RenderWorkloadSelector {
  private RenderWorkloadSelector() {}

  public static Node.Mapping render(WorkloadSelector it) {
    return new Branch().texts("labels", it.labels()).node();
  }
}
