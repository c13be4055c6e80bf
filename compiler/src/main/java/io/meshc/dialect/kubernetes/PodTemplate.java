package io.meshc.dialect.kubernetes;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What the Pods of a workload are like.
///
/// @param serviceAccount absent means `default`
/// @param hostNetwork no mesh injects a sidecar into Pods that use the node's network
/// @param mountsToken `automountServiceAccountToken`
public record PodTemplate(
    Map<String, At<String>> labels,
    Map<String, At<String>> annotations,
    Optional<At<String>> serviceAccount,
    Optional<At<Boolean>> hostNetwork,
    Optional<At<Boolean>> mountsToken,
    List<Container> containers,
    Origin origin) {
  public PodTemplate {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    containers = List.copyOf(containers);
  }

  /// @param runs beside the others: a container of its own, or one of `initContainers` that is restarted always. The rest of
  ///     those have ended before anybody calls
  public record Container(
      String name, boolean runs, List<Port> ports, List<Probe> probes, Origin origin) {
    public Container {
      ports = List.copyOf(ports);
      probes = List.copyOf(probes);
    }

    /// The number of the port that a probe calls: its name is looked up in its own container alone. Empty where that declares
    /// no such port.
    public OptionalInt portOf(Probe probe) {
      if (probe.port().value() instanceof PortName.Number(int number)) {
        return OptionalInt.of(number);
      }
      return ports.stream()
          .filter(it ->
              probe.port().value() instanceof PortName.Named(String name) && it.name().equals(name))
          .mapToInt(it -> it.number().value())
          .findFirst();
    }
  }

  /// @param name `""` where there is none
  /// @param protocol absent means `TCP`
  public record Port(String name, At<Integer> number, Optional<At<String>> protocol) {

    public boolean isTcp() {
      return protocol.map(it -> it.value().equals("TCP")).orElse(true);
    }
  }

  /// A request of the kubelet.
  ///
  /// @param kind `liveness`, `readiness` or `startup`
  /// @param path of an HTTP probe, `""` for one that only opens a connection
  public record Probe(String kind, At<PortName> port, String path) {}
}
