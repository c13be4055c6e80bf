package io.meshc.dialect.osm;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;

/// An object of Open Service Mesh that meshc knows by name alone: MultiClusterService, which no release reads any more.
public record OsmObject(Meta meta) implements Resource {
  public String kind() {
    return meta.id().kind();
  }
}
