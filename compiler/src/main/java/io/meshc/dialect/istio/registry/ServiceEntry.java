package io.meshc.dialect.istio.registry;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.routing.Gateway.Port;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// @param resolution absent for NONE
/// @param endpoints in place of what `workloadSelector` finds
/// @param origin of `spec`
public record ServiceEntry(
    Meta meta,
    List<At<String>> hosts,
    List<At<String>> addresses,
    List<Port> ports,
    Optional<At<Location>> location,
    Optional<At<Resolution>> resolution,
    List<Endpoint> endpoints,
    Optional<WorkloadSelector> workloadSelector,
    List<At<String>> exportTo,
    List<At<String>> subjectAltNames,
    Origin origin)
    implements Resource {
  public ServiceEntry {
    hosts = List.copyOf(hosts);
    addresses = List.copyOf(addresses);
    ports = List.copyOf(ports);
    endpoints = List.copyOf(endpoints);
    exportTo = List.copyOf(exportTo);
    subjectAltNames = List.copyOf(subjectAltNames);
  }

  public enum Location {
    MESH_EXTERNAL,
    MESH_INTERNAL
  }

  /// How the proxy finds the endpoints.
  public enum Resolution {
    NONE,
    STATIC,
    DNS,
    DNS_ROUND_ROBIN,
    DYNAMIC_DNS
  }
}
