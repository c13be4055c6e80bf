package io.meshc.dialect.istio.part;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Map;

/// Pods by their labels, as the policies say it. Without labels it is every one of the namespace.
public record LabelSelector(Map<String, At<String>> matchLabels, Origin origin) {
  public LabelSelector {
    matchLabels = Map.copyOf(matchLabels);
  }
}
