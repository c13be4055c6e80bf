package io.meshc.dialect.linkerd.policy;

import io.meshc.dialect.linkerd.RenderParts;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// AuthorizationPolicy → node, in version v1alpha1.
public final class RenderAuthorizationPolicy {
  private RenderAuthorizationPolicy() {}

  public static Node.Mapping render(AuthorizationPolicy it) {
    Nodes spec =
        Nodes.map()
            .putIfPresent("targetRef", it.targetRef(), RenderParts::ref)
            .put(
                "requiredAuthenticationRefs",
                Nodes.list(
                    it.requiredAuthenticationRefs().stream().map(RenderParts::ref).toList()));
    return RenderParts.object("policy.linkerd.io/v1alpha1", it.meta(), spec);
  }
}
