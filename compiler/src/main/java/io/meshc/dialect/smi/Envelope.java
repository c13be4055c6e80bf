package io.meshc.dialect.smi;

import io.meshc.dialect.Meta;
import io.meshc.source.At;
import io.meshc.yaml.Nodes;
import java.util.Map;
import java.util.TreeMap;

/// What stands around every rendered object: `apiVersion`, `kind` and `metadata`.
final class Envelope {
  private Envelope() {}

  static Nodes of(Meta meta) {
    Nodes metadata = Nodes.map().put("name", meta.name());
    if (!meta.namespace().isEmpty()) {
      metadata.put("namespace", meta.namespace());
    }
    metadata.putTexts("labels", texts(meta.labels()));
    metadata.putTexts("annotations", texts(meta.annotations()));
    return Nodes.map()
        .put("apiVersion", meta.id().group() + "/" + meta.version())
        .put("kind", meta.id().kind())
        .put("metadata", metadata);
  }

  /// Sorted, so that the same object is always written alike.
  private static Map<String, String> texts(Map<String, At<String>> of) {
    var result = new TreeMap<String, String>();
    of.forEach((name, value) -> result.put(name, value.value()));
    return result;
  }
}
