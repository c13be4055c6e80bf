package io.meshc.model;

import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Map;

/// Something that runs: the Pods of a Deployment, StatefulSet, DaemonSet, Job …, or a Pod.
///
/// @param podLabels what selectors see
/// @param selector the labels by which its controller knows its Pods, a stable part of `podLabels`; empty where it has none
/// @param ports the container ports it declares; it may listen at others
/// @param replicas how many Pods there are: a figure for shares, not a promise
/// @param implied nobody wrote it: policies speak of its account, and the repo holds no workload with that account
public record Workload(
    ResourceId id,
    Map<String, String> podLabels,
    Map<String, String> selector,
    Identity identity,
    List<ContainerPort> ports,
    List<Probe> probes,
    int replicas,
    Membership membership,
    boolean implied,
    Origin origin) {
  public Workload {
    podLabels = Map.copyOf(podLabels);
    selector = Map.copyOf(selector);
    ports = List.copyOf(ports);
    probes = List.copyOf(probes);
  }

  /// @param name `""` for a port without one
  public record ContainerPort(String name, int number) {}

  /// A request of the kubelet. @param port by number
  public record Probe(String kind, int port, String path) {}

  public String namespace() {
    return id.namespace();
  }

  /// `shop/web`, as people and answers say it.
  public String label() {
    return id.namespace() + "/" + id.name();
  }

  /// Whether a selector chooses its Pods. An empty selector chooses all of the namespace.
  public boolean isSelectedBy(Map<String, String> labels) {
    return podLabels.entrySet().containsAll(labels.entrySet());
  }
}
