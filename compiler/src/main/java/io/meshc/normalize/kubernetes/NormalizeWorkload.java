package io.meshc.normalize.kubernetes;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.PortName;
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
  static Outcome<Optional<DeclaredWorkload>> normalize(
      WorkloadObject workload, String trustDomain) {
    Optional<PodTemplate> pod = workload.pod();
    if (pod.isEmpty() || workload.meta().name().isEmpty()) {
      return Outcome.of(Optional.empty());
    }
    var problems = new ArrayList<Problem>();
    // A Pod without an account runs as `default`, by the admission controller for ServiceAccounts.
    String account = pod.get().serviceAccount().map(At::value).orElse("default");
    List<ContainerPort> ports =
        pod.get().containers().stream()
            .flatMap(it -> it.ports().stream())
            .map(it -> new ContainerPort(it.name(), it.number().value()))
            .toList();
    var declared =
        new DeclaredWorkload(
            workload.meta().id(),
            Labels.of(pod.get().labels()),
            Labels.of(workload.selector()),
            new Identity(trustDomain, workload.meta().namespace(), account),
            ports,
            probes(workload, pod.get(), problems),
            Math.max(0, workload.replicas().map(At::value).orElse(1)),
            workload.meta().origin());
    return new Outcome<>(Optional.of(declared), problems);
  }

  private static List<Probe> probes(
      WorkloadObject workload, PodTemplate pod, List<Problem> problems) {
    var probes = new ArrayList<Probe>();
    for (PodTemplate.Container container : pod.containers()) {
      for (PodTemplate.Probe probe : container.probes()) {
        OptionalInt port = port(probe, container);
        if (port.isPresent()) {
          probes.add(new Probe(probe.kind(), port.getAsInt(), probe.path()));
        } else {
          problems.add(
              new Problem(
                      Problem.Kind.INVALID_VALUE,
                      probe.port().origin(),
                      "the "
                          + probe.kind()
                          + " probe names a port that its container does not declare",
                      "")
                  .in(workload.meta().id()));
        }
      }
    }
    return probes;
  }

  /// A probe's port name is looked up in its own container alone.
  private static OptionalInt port(PodTemplate.Probe probe, PodTemplate.Container container) {
    return switch (probe.port().value()) {
      case PortName.Number(int number) -> OptionalInt.of(number);
      case PortName.Named(String name) ->
          container.ports().stream()
              .filter(it -> it.name().equals(name))
              .mapToInt(it -> it.number().value())
              .findFirst();
    };
  }
}
