package io.meshc.dialect.kubernetes;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `v1` Service.
///
/// @param type `ClusterIP`, `NodePort`, `LoadBalancer` or `ExternalName`; absent means `ClusterIP`
/// @param clusterIp as written; `None` makes it headless
/// @param externalName where an `ExternalName` Service leads
/// @param publishesNotReady endpoints count before they are ready
public record ServiceObject(
    Meta meta,
    Optional<At<String>> type,
    Optional<At<String>> clusterIp,
    Optional<At<String>> externalName,
    boolean publishesNotReady,
    Map<String, At<String>> selector,
    List<Port> ports)
    implements Resource {
  public ServiceObject {
    selector = Map.copyOf(selector);
    ports = List.copyOf(ports);
  }

  /// @param protocol `TCP`, `UDP` or `SCTP`; absent means `TCP`
  /// @param target absent: the port's own number
  public record Port(
      At<Integer> number,
      Optional<At<String>> name,
      Optional<At<String>> protocol,
      Optional<At<String>> appProtocol,
      Optional<At<PortName>> target,
      Origin origin) {

    public boolean isTcp() {
      return protocol.map(it -> it.value().equals("TCP")).orElse(true);
    }
  }

  /// One that says nothing.
  static ServiceObject empty(Meta meta) {
    return new ServiceObject(
        meta, Optional.empty(), Optional.empty(), Optional.empty(), false, Map.of(), List.of());
  }

  public boolean isHeadless() {
    return !isExternalName() && clusterIp.map(it -> it.value().equals("None")).orElse(false);
  }

  public boolean isExternalName() {
    return type.map(it -> it.value().equals("ExternalName")).orElse(false);
  }
}
