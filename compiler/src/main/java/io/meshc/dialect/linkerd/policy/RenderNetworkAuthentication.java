package io.meshc.dialect.linkerd.policy;

import io.meshc.dialect.linkerd.RenderParts;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// NetworkAuthentication → node, in version v1alpha1.
public final class RenderNetworkAuthentication {
  private RenderNetworkAuthentication() {}

  public static Node.Mapping render(NetworkAuthentication it) {
    Nodes spec =
        Nodes.map()
            .put("networks", Nodes.list(it.networks().stream().map(RenderParts::network).toList()));
    return RenderParts.object("policy.linkerd.io/v1alpha1", it.meta(), spec);
  }
}
