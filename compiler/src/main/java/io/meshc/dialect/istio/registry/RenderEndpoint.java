package io.meshc.dialect.istio.registry;

import io.meshc.dialect.Branch;
import io.meshc.yaml.Node;

/// [Endpoint] → node.
public final class RenderEndpoint {
  private RenderEndpoint() {}

  public static Node.Mapping render(Endpoint it) {
    return new Branch()
        .text("address", it.address())
        .numbers("ports", it.ports())
        .texts("labels", it.labels())
        .text("network", it.network())
        .text("locality", it.locality())
        .number("weight", it.weight())
        .text("serviceAccount", it.serviceAccount())
        .node();
  }
}
