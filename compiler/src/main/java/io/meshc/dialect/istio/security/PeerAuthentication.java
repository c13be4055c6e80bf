package io.meshc.dialect.istio.security;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import java.util.Map;
import java.util.Optional;

/// @param selector labels of Pods; empty for every workload of the namespace
/// @param mode absent for UNSET
/// @param ports modes by workload port
public record PeerAuthentication(
    Meta meta,
    Map<String, At<String>> selector,
    Optional<At<Mode>> mode,
    Map<Integer, At<Mode>> ports)
    implements Resource {

  public PeerAuthentication {
    selector = Map.copyOf(selector);
    ports = Map.copyOf(ports);
  }

  public enum Mode {
    UNSET,
    DISABLE,
    PERMISSIVE,
    STRICT
  }
}
