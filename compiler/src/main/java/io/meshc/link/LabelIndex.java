package io.meshc.link;

import io.meshc.model.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Workloads by the labels of their Pods, so that a selector is not held against every workload of the cluster.
final class LabelIndex {
  private record Label(String namespace, String name, String value) {}

  private final Map<Label, List<Workload>> byLabel = new HashMap<>();

  LabelIndex(List<Workload> workloads) {
    for (Workload workload : workloads) {
      workload
          .podLabels()
          .forEach((name, value) ->
              byLabel
                  .computeIfAbsent(
                      new Label(workload.namespace(), name, value), _ -> new ArrayList<>())
                  .add(workload));
    }
  }

  /// The workloads that a selector chooses, in the order of the index. An empty one chooses none: a Service without a selector
  /// has no endpoints that the repo shows.
  List<Workload> select(String namespace, Map<String, String> selector) {
    return selector.entrySet().stream()
        .map(
            it -> byLabel.getOrDefault(new Label(namespace, it.getKey(), it.getValue()), List.of()))
        .min(Comparator.comparingInt(List::size))
        .map(rarest -> rarest.stream().filter(it -> it.isSelectedBy(selector)).toList())
        .orElse(List.of());
  }
}
