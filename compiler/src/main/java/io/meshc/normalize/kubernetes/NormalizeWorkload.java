package io.meshc.normalize.kubernetes;

import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.model.Identity;
import io.meshc.model.Workload.ContainerPort;
import io.meshc.model.Workload.Probe;
import io.meshc.normalize.Declarations.DeclaredWorkload;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Whatever runs Pods → [DeclaredWorkload].
final class NormalizeWorkload {
  private NormalizeWorkload() {}

  /// Empty where it has no name or no Pod template: the first is a problem already, the second runs by another object.
  static Optional<DeclaredWorkload> normalize(WorkloadObject workload, String trustDomain) {
    Optional<PodTemplate> pod = workload.pod();
    if (pod.isEmpty() || workload.meta().name().isEmpty()) {
      return Optional.empty();
    }
    // A Pod without an account runs as `default`, by the admission controller for ServiceAccounts.
    String account = pod.get().serviceAccount().map(At::value).orElse("default");
    // No mesh takes UDP or SCTP, and a named port of a Service leads to one of the same protocol.
    List<ContainerPort> ports =
        pod.get().containers().stream()
            .filter(PodTemplate.Container::runs)
            .flatMap(it -> it.ports().stream())
            .filter(PodTemplate.Port::isTcp)
            .map(it -> new ContainerPort(it.name(), it.number().value()))
            .toList();
    var declared =
        new DeclaredWorkload(
            workload.meta().id(),
            Labels.of(pod.get().labels()),
            Labels.of(workload.selector()),
            new Identity(trustDomain, workload.meta().namespace(), account),
            ports,
            probes(pod.get()),
            Math.max(0, workload.replicas().map(At::value).orElse(1)),
            workload.meta().origin());
    return Optional.of(declared);
  }

  /// A probe of a port that its container does not declare fails, whatever the mesh does: a rule says so.
  private static List<Probe> probes(PodTemplate pod) {
    var probes = new ArrayList<Probe>();
    for (PodTemplate.Container container : pod.containers()) {
      for (PodTemplate.Probe probe : container.probes()) {
        OptionalInt port = container.portOf(probe);
        if (port.isPresent()) {
          probes.add(new Probe(probe.kind(), port.getAsInt(), probe.path()));
        }
      }
    }
    return probes;
  }
}
