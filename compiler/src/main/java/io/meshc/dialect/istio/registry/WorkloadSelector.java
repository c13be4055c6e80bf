package io.meshc.dialect.istio.registry;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Map;

/// Pods by their labels, as the networking kinds say it. Without labels it is every one of the namespace.
public record WorkloadSelector(Map<String, At<String>> labels, Origin origin) {
  public WorkloadSelector {
    labels = Map.copyOf(labels);
  }
}
