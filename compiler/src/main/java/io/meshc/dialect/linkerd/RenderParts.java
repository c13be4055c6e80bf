package io.meshc.dialect.linkerd;

import io.meshc.dialect.Meta;
import io.meshc.dialect.linkerd.LabelSelector.Expression;
import io.meshc.source.At;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Parts → nodes.
public final class RenderParts {
  private RenderParts() {}

  public static Node.Mapping object(String apiVersion, Meta meta, Nodes spec) {
    Nodes metadata = Nodes.map().put("name", meta.name());
    if (!meta.namespace().isEmpty()) {
      metadata.put("namespace", meta.namespace());
    }
    return Nodes.map()
        .put("apiVersion", apiVersion)
        .put("kind", meta.id().kind())
        .put(
            "metadata",
            metadata
                .putIfPresent("labels", texts(meta.labels()))
                .putIfPresent("annotations", texts(meta.annotations())))
        .put("spec", spec)
        .build();
  }

  public static Node.Mapping selector(LabelSelector it) {
    return Nodes.map()
        .putIfPresent("matchLabels", texts(it.matchLabels()))
        .putList("matchExpressions", it.matchExpressions(), RenderParts::expression)
        .build();
  }

  private static Node.Mapping expression(Expression it) {
    return Nodes.map()
        .putIfPresent("key", it.key(), RenderParts::text)
        .putIfPresent("operator", it.operator(), RenderParts::text)
        .putList("values", it.values(), RenderParts::text)
        .build();
  }

  public static Node.Mapping network(Network it) {
    return Nodes.map()
        .putIfPresent("cidr", it.cidr(), RenderParts::text)
        .putList("except", it.except(), RenderParts::text)
        .build();
  }

  public static Node.Mapping ref(ObjectRef it) {
    return Nodes.map()
        .putIfPresent("group", it.group(), RenderParts::text)
        .putIfPresent("kind", it.kind(), RenderParts::text)
        .putIfPresent("name", it.name(), RenderParts::text)
        .putIfPresent("namespace", it.namespace(), RenderParts::text)
        .build();
  }

  public static Node.Scalar text(At<String> value) {
    return Nodes.text(value.value());
  }

  public static Node.Scalar number(At<Long> value) {
    return Nodes.number(value.value());
  }

  public static Node.Scalar flag(At<Boolean> value) {
    return Nodes.bool(value.value());
  }

  public static Optional<Node> texts(Map<String, At<String>> texts) {
    var plain = new TreeMap<String, String>();
    texts.forEach((key, value) -> plain.put(key, value.value()));
    return plain.isEmpty() ? Optional.empty() : Optional.of(Nodes.texts(plain));
  }
}
