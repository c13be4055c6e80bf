package io.meshc.dialect.istio.security;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Map;
import java.util.Optional;

/// The workloads that a policy is about, by the labels of their Pods. Without labels it is every workload.
public record WorkloadSelector(Map<String, At<String>> matchLabels, Origin origin) {
  public WorkloadSelector {
    matchLabels = Map.copyOf(matchLabels);
  }

  /// Absent without labels.
  public static Optional<WorkloadSelector> of(Map<String, At<String>> labels, Origin origin) {
    return labels.isEmpty() ? Optional.empty() : Optional.of(new WorkloadSelector(labels, origin));
  }
}
