package io.meshc.dialect.envoy.cluster;

import io.meshc.dialect.envoy.Message;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.OptionalLong;

/// How much is sent at once at most. Envoy's own bounds, 1024 and three retries, come as a surprise to a mesh that has none: each is
/// written.
public record Breakers(
    OptionalLong connections, OptionalLong pending, OptionalLong requests, OptionalLong retries)
    implements Message {
  private static final long UNBOUNDED = 4_294_967_295L;

  public static final Breakers NONE =
      new Breakers(
          OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

  @Override
  public Node.Mapping node() {
    Node.Mapping threshold =
        Nodes.map()
            .put("max_connections", connections.orElse(UNBOUNDED))
            .put("max_pending_requests", pending.orElse(UNBOUNDED))
            .put("max_requests", requests.orElse(UNBOUNDED))
            .put("max_retries", retries.orElse(UNBOUNDED))
            .put("track_remaining", true)
            .build();
    return Nodes.map().putList("thresholds", List.of(threshold)).build();
  }
}
