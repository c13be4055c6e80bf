package io.meshc.dialect.linkerd.policy;

import io.meshc.dialect.linkerd.RenderParts;
import io.meshc.dialect.linkerd.policy.RateLimitPolicy.Limit;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// HTTPLocalRateLimitPolicy → node, in version v1alpha1.
public final class RenderRateLimitPolicy {
  private RenderRateLimitPolicy() {}

  public static Node.Mapping render(RateLimitPolicy it) {
    Nodes spec =
        Nodes.map()
            .putIfPresent("targetRef", it.targetRef(), RenderParts::ref)
            .putIfPresent("total", it.total(), RenderRateLimitPolicy::limit)
            .putIfPresent("identity", it.identity(), RenderRateLimitPolicy::limit)
            .putList("overrides", it.overrides(), RenderRateLimitPolicy::override);
    return RenderParts.object("policy.linkerd.io/v1alpha1", it.meta(), spec);
  }

  private static Node.Mapping limit(Limit it) {
    return Nodes.map()
        .putIfPresent("requestsPerSecond", it.requestsPerSecond(), RenderParts::number)
        .build();
  }

  private static Node.Mapping override(RateLimitPolicy.Override it) {
    return Nodes.map()
        .putIfPresent("requestsPerSecond", it.requestsPerSecond(), RenderParts::number)
        .putList("clientRefs", it.clientRefs(), RenderParts::ref)
        .build();
  }
}
