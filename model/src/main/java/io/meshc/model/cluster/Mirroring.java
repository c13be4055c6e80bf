package io.meshc.model.cluster;

import io.meshc.model.PlaneId;
import io.meshc.model.ServiceName;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.Optional;

/// A controller puts Services of another cluster into this one, under names with an ending.
///
/// @param cluster as the controller calls the other one
/// @param shown whether that cluster is one of the mesh that the user describes: then its Services are known
public record Mirroring(
    ResourceId resource, PlaneId plane, String cluster, boolean shown, Origin origin) {

  /// The ending of a Service that joins those of one name in all clusters.
  public static final String UNION = "-federated";

  public String ending() {
    return "-" + cluster;
  }

  /// The Service of the other cluster that a name would stand for.
  public Optional<ServiceName> target(ServiceName name) {
    String ending = name.name().endsWith(UNION) ? UNION : ending();
    return name.name().endsWith(ending) && name.name().length() > ending.length()
        ? Optional.of(
            new ServiceName(
                name.namespace(), name.name().substring(0, name.name().length() - ending.length())))
        : Optional.empty();
  }

  public Mirroring shown(boolean is) {
    return new Mirroring(resource, plane, cluster, is, origin);
  }
}
