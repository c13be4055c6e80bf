package io.meshc.dialect.istio.registry;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.Gap;
import io.meshc.source.At;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// @param selector labels of Pods; empty for every workload of the namespace
/// @param everyHost an egress listener that names every host of every namespace: the default, written out
/// @param outbound what happens to hosts that the mesh does not know; absent for the default of the mesh
public record Sidecar(
    Meta meta,
    Map<String, At<String>> selector,
    boolean everyHost,
    Optional<At<Outbound>> outbound,
    List<Gap> gaps)
    implements Resource {

  public Sidecar {
    selector = Map.copyOf(selector);
    gaps = List.copyOf(gaps);
  }

  public enum Outbound {
    REGISTRY_ONLY,
    ALLOW_ANY
  }
}
