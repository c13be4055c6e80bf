package io.meshc.model;

import io.meshc.source.Origin;
import java.util.Optional;

/// Whether a proxy of the mesh stands beside a workload. What no proxy guards, no policy protects.
public sealed interface Membership {
  /// @param origin what enrols it
  record Sidecar(PlaneId plane, Origin origin) implements Membership {
    @Override
    public Optional<PlaneId> planeId() {
      return Optional.of(plane);
    }
  }

  /// A proxy of the node takes what comes and goes: connections alone, and nothing of HTTP.
  ///
  /// @param origin what enrols it
  record Ambient(PlaneId plane, Origin origin) implements Membership {
    @Override
    public Optional<PlaneId> planeId() {
      return Optional.of(plane);
    }
  }

  /// Nothing in the repo says so, but policies speak of this namespace, which is not in the repo.
  record Assumed(PlaneId plane) implements Membership {
    @Override
    public Optional<PlaneId> planeId() {
      return Optional.of(plane);
    }
  }

  /// @param origin what leaves it out; not written where nothing enrols it
  record Outside(Origin origin) implements Membership {
    @Override
    public Optional<PlaneId> planeId() {
      return Optional.empty();
    }
  }

  /// The repo holds what says it, and does not show it: a template, or a text that nobody can read.
  ///
  /// @param because for messages
  record Unclear(String because, Origin origin) implements Membership {
    @Override
    public Optional<PlaneId> planeId() {
      return Optional.empty();
    }
  }

  /// Whether a proxy stands beside it, or may.
  default boolean isMeshed() {
    return !(this instanceof Outside);
  }

  /// The mesh whose proxy it is; empty outside, and where nobody knows.
  Optional<PlaneId> planeId();
}
