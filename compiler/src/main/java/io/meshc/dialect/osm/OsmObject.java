package io.meshc.dialect.osm;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;

/// An object of Open Service Mesh that meshc knows by name and does not understand yet: Egress, IngressBackend, Retry,
/// UpstreamTrafficSetting, Telemetry, MeshRootCertificate, ExtensionService.
public record OsmObject(Meta meta) implements Resource {
  public String kind() {
    return meta.id().kind();
  }
}
