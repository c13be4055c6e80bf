package io.meshc.dialect.linkerd.policy;

import io.meshc.dialect.linkerd.RenderParts;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// MeshTLSAuthentication → node, in version v1alpha1.
public final class RenderMeshTlsAuthentication {
  private RenderMeshTlsAuthentication() {}

  public static Node.Mapping render(MeshTlsAuthentication it) {
    Nodes spec =
        Nodes.map()
            .putList("identities", it.identities(), RenderParts::text)
            .putList("identityRefs", it.identityRefs(), RenderParts::ref);
    return RenderParts.object("policy.linkerd.io/v1alpha1", it.meta(), spec);
  }
}
