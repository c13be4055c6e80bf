package io.meshc.dialect.gateway.route;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// Where requests go. A mirror and an authorizer are named alike, without weight and filters.
///
/// @param group of the kind; absent for the core group
/// @param kind absent for `Service`
/// @param namespace absent for that of the route
/// @param weight relative to the sum of the rule; absent is 1
public record BackendRef(
    Optional<At<String>> group,
    Optional<At<String>> kind,
    Optional<At<String>> name,
    Optional<At<String>> namespace,
    Optional<At<Long>> port,
    Optional<At<Long>> weight,
    List<Filter> filters,
    Origin origin) {
  public BackendRef {
    filters = List.copyOf(filters);
  }

  /// The same with another weight.
  public BackendRef weighing(At<Long> other) {
    return new BackendRef(group, kind, name, namespace, port, Optional.of(other), filters, origin);
  }
}
