package io.meshc.dialect.istio.mesh;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;

/// A Gateway of the Gateway API whose class is Istio's for waypoints. What it listens for is the same for all of them.
///
/// @param gatewayClass as the object says it
public record Waypoint(Meta meta, String gatewayClass) implements Resource {
  public static final String CLASS = "istio-waypoint";
}
