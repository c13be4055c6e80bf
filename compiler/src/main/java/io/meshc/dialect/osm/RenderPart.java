package io.meshc.dialect.osm;

import io.meshc.dialect.Meta;
import io.meshc.source.At;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Values with their places → nodes without, and what stands around every rendered object.
public final class RenderPart {
  private RenderPart() {}

  public static Node text(At<String> it) {
    return Nodes.text(it.value());
  }

  public static Node number(At<Integer> it) {
    return Nodes.number(it.value());
  }

  public static Node flag(At<Boolean> it) {
    return Nodes.bool(it.value());
  }

  public static List<Node> texts(List<At<String>> all) {
    return all.stream().map(RenderPart::text).toList();
  }

  public static List<Node> numbers(List<At<Integer>> all) {
    return all.stream().map(RenderPart::number).toList();
  }

  /// Sorted, so that the same object is always written alike.
  public static Map<String, String> texts(Map<String, At<String>> of) {
    var result = new TreeMap<String, String>();
    of.forEach((name, value) -> result.put(name, value.value()));
    return result;
  }

  /// `apiVersion`, in the version that the metadata states, `kind`, `metadata` and `spec`.
  public static Node.Mapping object(Meta meta, Nodes spec) {
    Nodes metadata = Nodes.map().put("name", meta.name());
    if (!meta.namespace().isEmpty()) {
      metadata.put("namespace", meta.namespace());
    }
    metadata.putTexts("labels", texts(meta.labels()));
    metadata.putTexts("annotations", texts(meta.annotations()));
    return Nodes.map()
        .put("apiVersion", meta.id().group() + "/" + meta.version())
        .put("kind", meta.id().kind())
        .put("metadata", metadata)
        .put("spec", spec)
        .build();
  }
}
