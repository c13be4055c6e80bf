package io.meshc.dialect.istio.registry;

import io.meshc.dialect.Branch;
import io.meshc.yaml.Node;

/// WorkloadEntry → node, in version v1.
public final class RenderWorkloadEntry {
  private RenderWorkloadEntry() {}

  public static Node.Mapping render(WorkloadEntry it) {
    return Branch.object("networking.istio.io/v1", it.meta(), RenderEndpoint.render(it.endpoint()));
  }
}
