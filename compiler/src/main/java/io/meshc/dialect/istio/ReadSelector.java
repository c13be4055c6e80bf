package io.meshc.dialect.istio;

import io.meshc.source.At;
import io.meshc.yaml.Fields;
import java.util.Map;

/// The labels by which Istio's kinds choose Pods: `matchLabels` in some, `labels` in others. Nothing chosen is empty.
public final class ReadSelector {
  private ReadSelector() {}

  public static Map<String, At<String>> matchLabels(Fields fields, String field) {
    return below(fields, field, "matchLabels");
  }

  public static Map<String, At<String>> labels(Fields fields, String field) {
    return below(fields, field, "labels");
  }

  private static Map<String, At<String>> below(Fields fields, String field, String map) {
    return fields
        .object(field)
        .map(it -> {
          Map<String, At<String>> labels = it.stringMap(map);
          it.done();
          return labels;
        })
        .orElse(Map.of());
  }
}
