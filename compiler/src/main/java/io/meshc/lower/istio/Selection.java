package io.meshc.lower.istio;

import io.meshc.model.Protocol;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Pods that one policy selects.
///
/// @param labels empty for all of the namespace
/// @param suffix behind the names of policies, where a scope needs several selections; `""` for the only one
/// @param workloads those of the repo that it selects; none for an account that the repo does not hold
record Selection(
    String namespace, Map<String, String> labels, String suffix, List<Workload> workloads) {
  Selection {
    labels = Map.copyOf(labels);
    workloads = List.copyOf(workloads);
  }

  /// The workload ports to which a port of any Service over these workloads leads.
  SortedSet<Integer> targets(int servicePort, Translation translation) {
    var targets = new TreeSet<Integer>();
    for (Workload workload : workloads) {
      translation.mesh().services().stream()
          .filter(it -> it.endpoints().contains(workload))
          .flatMap(it -> it.port(servicePort).stream())
          .forEach(it -> it.at(workload).ifPresent(targets::add));
    }
    return targets;
  }

  /// How the workload ports are read to which Services lead; one that two Services read otherwise counts as sniffed.
  Map<Integer, Protocol> ports(Translation translation) {
    var ports = new TreeMap<Integer, Protocol>();
    for (Workload workload : workloads) {
      translation.mesh().services().stream()
          .filter(it -> it.endpoints().contains(workload))
          .flatMap(it -> it.ports().stream())
          .forEach(it ->
              it.at(workload)
                  .ifPresent(at ->
                      ports.merge(at, it.protocol(), (a, b) -> a == b ? a : Protocol.SNIFFED)));
    }
    return ports;
  }

  /// Whether nobody wrote what it selects.
  boolean isImplied() {
    return workloads.isEmpty() || workloads.stream().anyMatch(Workload::implied);
  }

  /// Whether another port of a Service leads to the same workload port.
  boolean isSharedTarget(int servicePort, int target, Translation translation) {
    return workloads.stream()
        .anyMatch(workload ->
            translation.mesh().services().stream()
                .filter(it -> it.endpoints().contains(workload))
                .flatMap(it -> it.ports().stream())
                .filter(it -> it.number() != servicePort)
                .anyMatch(it -> leadsTo(it, target, workload)));
  }

  private static boolean leadsTo(ServicePort port, int target, Workload workload) {
    return port.at(workload).orElse(0) == target;
  }
}
