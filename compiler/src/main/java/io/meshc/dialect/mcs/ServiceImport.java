package io.meshc.dialect.mcs;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// What a controller makes in each cluster that has the namespace of an exported Service.
///
/// @param type `ClusterSetIP` or `Headless`
/// @param clusters that export the Service: the status, which the controller alone knows
public record ServiceImport(
    Meta meta,
    Optional<At<String>> type,
    List<At<String>> ips,
    List<Port> ports,
    Optional<At<String>> sessionAffinity,
    Optional<At<Long>> affinitySeconds,
    List<String> clusters)
    implements Resource {
  public ServiceImport {
    ips = List.copyOf(ips);
    ports = List.copyOf(ports);
    clusters = List.copyOf(clusters);
  }

  public record Port(
      Optional<At<String>> name,
      Optional<At<String>> protocol,
      Optional<At<String>> appProtocol,
      At<Integer> number,
      Origin origin) {
    public boolean isTcp() {
      return protocol.map(it -> it.value().equals("TCP")).orElse(true);
    }
  }

  public boolean isHeadless() {
    return type.filter(it -> it.value().equals("Headless")).isPresent();
  }
}
