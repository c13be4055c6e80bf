package io.meshc.model.proxy;

import io.meshc.model.Identity;
import io.meshc.model.PlaneId;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.Optional;

/// A proxy that stands before Services and beside no workload. Clients of node proxies go through it; clients with a proxy of
/// their own, gateways and clients outside of the mesh pass it by.
///
/// @param identity as which it calls the workloads behind the Services
/// @param name of the class that it is of
/// @param services whether it is for what is sent to Services
public record Waypoint(
    ResourceId resource,
    PlaneId plane,
    Identity identity,
    String name,
    boolean services,
    Origin origin) {

  /// `namespace/name`
  public String label() {
    return resource.namespace() + "/" + resource.name();
  }

  /// Which waypoint stands before the Services of a namespace, or before one of them.
  ///
  /// @param service the one; empty for all that say nothing themselves
  /// @param waypoint as [Waypoint#label] has it; empty for none
  public record Use(
      String namespace, Optional<String> service, Optional<String> waypoint, Origin origin) {}
}
