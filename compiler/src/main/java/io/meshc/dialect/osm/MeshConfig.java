package io.meshc.dialect.osm;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import java.util.List;
import java.util.Optional;

/// `config.openservicemesh.io` MeshConfig. Open Service Mesh reads the one named `osm-mesh-config` alone.
///
/// @param permissive `spec.traffic.enablePermissiveTrafficPolicyMode`; absent is false, as in Go
/// @param egress `spec.traffic.enableEgress`; absent is false
/// @param externalAuthorization `spec.traffic.inboundExternalAuthorization`
/// @param legible whether every value has its type: the API server refuses the whole object otherwise
/// @param exclusions the lists of `spec.traffic` that take traffic past the proxy, if not empty, each by its field
public record MeshConfig(
    Meta meta,
    Optional<At<Boolean>> permissive,
    Optional<At<Boolean>> egress,
    Optional<ExternalAuthorization> externalAuthorization,
    List<At<Exclusion>> exclusions,
    boolean legible)
    implements Resource {
  public static final String NAME = "osm-mesh-config";

  public MeshConfig {
    exclusions = List.copyOf(exclusions);
  }

  public boolean isRead() {
    return meta.name().equals(NAME);
  }

  /// @param failureModeAllow requests pass while the authorizer cannot be reached
  public record ExternalAuthorization(
      Optional<At<Boolean>> enable,
      Optional<At<String>> address,
      Optional<At<Integer>> port,
      Optional<At<String>> statPrefix,
      Optional<At<String>> timeout,
      Optional<At<Boolean>> failureModeAllow) {

    public boolean isOn() {
      return enable.map(At::value).orElse(false);
    }
  }

  /// @param values as written: ports, address ranges or interfaces
  public record Exclusion(String field, List<String> values) {
    public Exclusion {
      values = List.copyOf(values);
    }

    /// Whether it is about what comes in, so that it takes the server's checks away.
    public boolean isInbound() {
      return field.equals("inboundPortExclusionList")
          || field.equals("networkInterfaceExclusionList");
    }
  }
}
