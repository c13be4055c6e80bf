package io.meshc.dialect.gateway.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.gateway.ObjectRef;
import io.meshc.dialect.gateway.route.SessionPersistence;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// XBackendTrafficPolicy: how often requests to a backend are sent again, and which endpoint they stick to.
public record BackendTrafficPolicy(
    Meta meta,
    List<ObjectRef> targetRefs,
    Optional<RetryConstraint> retryConstraint,
    Optional<SessionPersistence> sessionPersistence)
    implements Resource {
  public BackendTrafficPolicy {
    targetRefs = List.copyOf(targetRefs);
  }

  public record RetryConstraint(
      Optional<Budget> budget, Optional<Rate> minRetryRate, Origin origin) {}

  /// @param percent of the requests of the interval; absent is 20
  public record Budget(Optional<At<Long>> percent, Optional<At<String>> interval, Origin origin) {}

  public record Rate(Optional<At<Long>> count, Optional<At<String>> interval, Origin origin) {}
}
