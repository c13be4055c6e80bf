package io.meshc.model.server;

import io.meshc.model.PlaneId;
import io.meshc.model.Route;
import io.meshc.model.ServiceName;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;

/// How the clients of a namespace, or of all that have none of their own, talk to a Service.
///
/// @param overrides in the place of the Service's own endpoints; none for these
/// @param routes it says anything at all about requests: then no [RouteTable] counts
/// @param opaque ports that clients do not look into
public record Profile(
    ResourceId resource,
    PlaneId plane,
    ServiceName service,
    boolean routes,
    List<Route.Backend> overrides,
    Ports opaque,
    Origin origin) {
  public Profile {
    overrides = List.copyOf(overrides);
  }
}
