package io.meshc.dialect.istio.security;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.Gap;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// @param mtls absent for UNSET
/// @param portLevelMtls modes by workload port, the key as it is written
public record PeerAuthentication(
    Meta meta,
    Optional<WorkloadSelector> selector,
    Optional<MutualTls> mtls,
    Optional<Map<String, MutualTls>> portLevelMtls)
    implements Resource {
  public PeerAuthentication {
    portLevelMtls = portLevelMtls.map(Map::copyOf);
  }

  public enum Mode {
    UNSET,
    DISABLE,
    PERMISSIVE,
    STRICT
  }

  /// @param mode absent for UNSET, or where another word is written: then there is a gap
  public record MutualTls(Optional<At<Mode>> mode, List<Gap> gaps, Origin origin) {
    public MutualTls {
      gaps = List.copyOf(gaps);
    }
  }
}
