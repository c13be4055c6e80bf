package io.meshc.dialect.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Optional;

/// GatewayClass or XMesh: which controller reads the objects that name it. Both are of the whole cluster.
public record ClassObject(
    Meta meta,
    Optional<At<String>> controllerName,
    Optional<Parameters> parametersRef,
    Optional<At<String>> description)
    implements Resource {

  /// Settings of the implementation's own.
  ///
  /// @param namespace of classes alone; those of a Gateway are in its own
  public record Parameters(
      Optional<At<String>> group,
      Optional<At<String>> kind,
      Optional<At<String>> name,
      Optional<At<String>> namespace,
      Origin origin) {}
}
