package io.meshc.dialect.istio.registry;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.routing.ConnectionPool;
import io.meshc.dialect.istio.routing.Gateway.Port;
import io.meshc.dialect.istio.routing.Gateway.ServerTls;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// @param egress the hosts that the workloads may reach; none at all for the default of the mesh
/// @param origin of `spec`
public record Sidecar(
    Meta meta,
    Optional<WorkloadSelector> workloadSelector,
    List<Ingress> ingress,
    List<Egress> egress,
    Optional<ConnectionPool> inboundConnectionPool,
    Optional<OutboundTrafficPolicy> outboundTrafficPolicy,
    Origin origin)
    implements Resource {
  public Sidecar {
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  public enum Capture {
    DEFAULT,
    IPTABLES,
    NONE
  }

  /// What happens to hosts that the mesh does not know.
  public enum Outbound {
    REGISTRY_ONLY,
    ALLOW_ANY
  }

  /// A listener for what comes in.
  ///
  /// @param defaultEndpoint where the application listens
  public record Ingress(
      Optional<Port> port,
      Optional<At<String>> bind,
      Optional<At<Capture>> captureMode,
      Optional<At<String>> defaultEndpoint,
      Optional<ConnectionPool> connectionPool,
      Optional<ServerTls> tls,
      Origin origin) {}

  /// A listener for what goes out.
  ///
  /// @param hosts `namespace/host`
  public record Egress(
      Optional<Port> port,
      Optional<At<String>> bind,
      Optional<At<Capture>> captureMode,
      List<At<String>> hosts,
      Origin origin) {
    public Egress {
      hosts = List.copyOf(hosts);
    }
  }

  /// @param mode absent for REGISTRY_ONLY, the zero value of the API
  public record OutboundTrafficPolicy(
      Optional<At<Outbound>> mode, Optional<EgressProxy> egressProxy, Origin origin) {}

  /// Where traffic to unknown hosts goes.
  public record EgressProxy(
      Optional<At<String>> host,
      Optional<At<String>> subset,
      Optional<PortNumber> port,
      Origin origin) {}

  public record PortNumber(Optional<At<Long>> number, Origin origin) {}
}
