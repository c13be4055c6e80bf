package io.meshc.dialect.linkerd.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.linkerd.ObjectRef;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// HTTPLocalRateLimitPolicy: how many requests each proxy of a Server takes in a second.
///
/// @param total of all clients
/// @param identity of each client
/// @param legible nothing in it keeps the API server from taking it
/// @param origin of `spec`
public record RateLimitPolicy(
    Meta meta,
    Optional<ObjectRef> targetRef,
    Optional<Limit> total,
    Optional<Limit> identity,
    List<Override> overrides,
    boolean legible,
    Origin origin)
    implements Resource {
  public RateLimitPolicy {
    overrides = List.copyOf(overrides);
  }

  public record Limit(Optional<At<Long>> requestsPerSecond, Origin origin) {}

  /// Of single clients, in the place of [RateLimitPolicy#identity].
  public record Override(
      Optional<At<Long>> requestsPerSecond, List<ObjectRef> clientRefs, Origin origin) {
    public Override {
      clientRefs = List.copyOf(clientRefs);
    }
  }
}
