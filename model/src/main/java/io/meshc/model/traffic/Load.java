package io.meshc.model.traffic;

import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.model.ServiceName;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.Optional;
import java.util.Set;

/// How much clients send to Services, and how often they try again, where no route and no backend policy says it.
///
/// @param clients that it is for
/// @param services that they call
public record Load(
    ResourceId resource,
    PlaneId plane,
    Scope clients,
    Set<ServiceName> services,
    Optional<Handling.Bounds> bounds,
    Optional<Treatment.Retry> retry,
    Origin origin) {
  public Load {
    services = Set.copyOf(services);
  }
}
