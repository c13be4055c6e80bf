package io.meshc.dialect.istio.registry;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Map;
import java.util.Optional;

/// A workload outside of Kubernetes: the whole of a WorkloadEntry, an endpoint of a ServiceEntry, the template of a WorkloadGroup.
///
/// @param ports of the workload, by the names of service ports
public record Endpoint(
    Optional<At<String>> address,
    Map<String, At<Long>> ports,
    Map<String, At<String>> labels,
    Optional<At<String>> network,
    Optional<At<String>> locality,
    Optional<At<Long>> weight,
    Optional<At<String>> serviceAccount,
    Origin origin) {
  public Endpoint {
    ports = Map.copyOf(ports);
    labels = Map.copyOf(labels);
  }
}
