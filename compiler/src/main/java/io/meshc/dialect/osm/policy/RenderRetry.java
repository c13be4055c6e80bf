package io.meshc.dialect.osm.policy;

import io.meshc.dialect.osm.RenderPart;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// Retry → node.
public final class RenderRetry {
  private RenderRetry() {}

  public static Node.Mapping render(Retry it) {
    return RenderPart.object(
        it.meta(),
        Nodes.map()
            .putIfPresent("source", it.source(), Subject::render)
            .putList("destinations", it.destinations(), Subject::render)
            .putIfPresent("retryPolicy", it.policy(), RenderRetry::policy));
  }

  private static Node policy(Retry.Policy it) {
    return Nodes.map()
        .putIfPresent("retryOn", it.retryOn(), RenderPart::text)
        .putIfPresent("perTryTimeout", it.perTryTimeout(), RenderPart::text)
        .putIfPresent("numRetries", it.numRetries(), RenderPart::number)
        .putIfPresent("retryBackoffBaseInterval", it.backoff(), RenderPart::text)
        .build();
  }
}
