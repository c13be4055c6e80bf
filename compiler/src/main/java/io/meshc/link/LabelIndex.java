package io.meshc.link;

import io.meshc.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Workloads by the labels of their Pods, so that a selector is not held against every workload of the cluster.
final class LabelIndex {
  /// By namespace, name and value, a line each. Text, because a record's own equality costs a cold start some milliseconds
  /// (decision 0009).
  private final Map<String, List<Workload>> byLabel = new HashMap<>();

  LabelIndex(List<Workload> workloads) {
    for (Workload workload : workloads) {
      workload
          .podLabels()
          .forEach((name, value) ->
              byLabel
                  .computeIfAbsent(key(workload.namespace(), name, value), _ -> new ArrayList<>())
                  .add(workload));
    }
  }

  /// The workloads that a selector chooses, in the order of the index. An empty one chooses none: a Service without a selector
  /// has no endpoints that the repo shows.
  List<Workload> select(String namespace, Map<String, String> selector) {
    return selector.entrySet().stream()
        .map(it -> byLabel.getOrDefault(key(namespace, it.getKey(), it.getValue()), List.of()))
        .min((a, b) -> Integer.compare(a.size(), b.size()))
        .map(rarest -> rarest.stream().filter(it -> it.isSelectedBy(selector)).toList())
        .orElse(List.of());
  }

  private static String key(String namespace, String name, String value) {
    return namespace + "\n" + name + "\n" + value;
  }
}
