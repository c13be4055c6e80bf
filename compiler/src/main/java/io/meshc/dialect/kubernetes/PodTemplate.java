package io.meshc.dialect.kubernetes;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the Pods of a workload are like.
///
/// @param serviceAccount absent means `default`
/// @param hostNetwork no mesh injects a sidecar into Pods that use the node's network
public record PodTemplate(
    Map<String, At<String>> labels,
    Map<String, At<String>> annotations,
    Optional<At<String>> serviceAccount,
    Optional<At<Boolean>> hostNetwork,
    List<Container> containers,
    Origin origin) {
  public PodTemplate {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    containers = List.copyOf(containers);
  }

  /// @param init one of `initContainers`
  public record Container(
      String name, boolean init, List<Port> ports, List<Probe> probes, Origin origin) {
    public Container {
      ports = List.copyOf(ports);
      probes = List.copyOf(probes);
    }
  }

  /// @param name `""` where there is none
  public record Port(String name, At<Integer> number) {}

  /// A request of the kubelet.
  ///
  /// @param kind `liveness`, `readiness` or `startup`
  /// @param path of an HTTP probe, `""` for one that only opens a connection
  public record Probe(String kind, At<PortName> port, String path) {}
}
