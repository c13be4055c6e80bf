package io.meshc.model;

import io.meshc.source.Origin;
import java.util.Optional;

/// Whether a proxy of the mesh stands beside a workload. What no proxy guards, no policy protects.
public sealed interface Membership {
  /// @param origin what enrols it
  record Sidecar(PlaneId plane, Origin origin) implements Membership {}

  /// Nothing in the repo says so, but policies speak of this namespace, which is not in the repo.
  record Assumed(PlaneId plane) implements Membership {}

  /// @param origin what leaves it out; not written where nothing enrols it
  record Outside(Origin origin) implements Membership {}

  default boolean isMeshed() {
    return !(this instanceof Outside);
  }

  default Optional<PlaneId> planeId() {
    return switch (this) {
      case Sidecar(var plane, var _) -> Optional.of(plane);
      case Assumed(var plane) -> Optional.of(plane);
      case Outside _ -> Optional.empty();
    };
  }
}
