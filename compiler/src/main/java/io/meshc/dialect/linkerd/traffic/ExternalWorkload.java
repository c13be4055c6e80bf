package io.meshc.dialect.linkerd.traffic;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// A machine outside of the cluster that runs a proxy of the mesh. Services choose it by the labels of its `metadata`.
///
/// @param meshTls who it proves to be; `meshTls` in v1alpha1
/// @param legible nothing in it keeps the API server from taking it
/// @param origin of `spec`
public record ExternalWorkload(
    Meta meta,
    Optional<MeshTls> meshTls,
    List<Port> ports,
    List<Address> workloadIps,
    boolean legible,
    Origin origin)
    implements Resource {
  public ExternalWorkload {
    ports = List.copyOf(ports);
    workloadIps = List.copyOf(workloadIps);
  }

  /// @param identity the name in its certificate
  /// @param serverName that clients ask for
  public record MeshTls(
      Optional<At<String>> identity, Optional<At<String>> serverName, Origin origin) {}

  /// @param protocol absent means `TCP`
  public record Port(
      Optional<At<String>> name,
      Optional<At<Integer>> port,
      Optional<At<String>> protocol,
      Origin origin) {}

  public record Address(Optional<At<String>> ip, Origin origin) {}
}
