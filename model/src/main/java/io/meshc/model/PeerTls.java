package io.meshc.model;

import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.Map;

/// What a workload's proxy takes from its peers. The narrowest scope decides: selected workloads, then the namespace,
/// then everywhere.
///
/// @param ports modes of single workload ports
public record PeerTls(
    ResourceId resource,
    PlaneId plane,
    Scope scope,
    At<Mode> mode,
    Map<Integer, At<Mode>> ports,
    Origin origin) {
  public PeerTls {
    ports = Map.copyOf(ports);
  }

  public enum Mode {
    /// Plaintext only.
    DISABLE,
    /// Both.
    PERMISSIVE,
    /// Mutual TLS only.
    STRICT,
    /// What the next wider scope says.
    UNSET
  }
}
