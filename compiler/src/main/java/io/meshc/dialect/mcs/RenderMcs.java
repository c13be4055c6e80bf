package io.meshc.dialect.mcs;

import io.meshc.dialect.Meta;
import io.meshc.source.At;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Records → nodes, in version v1beta1.
public final class RenderMcs {
  private static final String VERSION = "multicluster.x-k8s.io/v1beta1";

  private RenderMcs() {}

  public static Node.Mapping export(ServiceExport it) {
    Nodes spec =
        Nodes.map()
            .putIfPresent("exportedLabels", texts(it.exportedLabels()))
            .putIfPresent("exportedAnnotations", texts(it.exportedAnnotations()));
    Nodes top = top(it.meta());
    boolean plain = it.exportedLabels().isEmpty() && it.exportedAnnotations().isEmpty();
    return plain ? top.build() : top.put("spec", spec).build();
  }

  public static Node.Mapping imported(ServiceImport it) {
    Nodes spec =
        Nodes.map()
            .putIfPresent("type", it.type(), at -> Nodes.text(at.value()))
            .putList("ips", it.ips(), at -> Nodes.text(at.value()))
            .put("ports", Nodes.list(it.ports().stream().map(RenderMcs::port).toList()))
            .putIfPresent("sessionAffinity", it.sessionAffinity(), at -> Nodes.text(at.value()))
            .putIfPresent("sessionAffinityConfig", it.affinitySeconds(), RenderMcs::affinity);
    return top(it.meta()).put("spec", spec).build();
  }

  private static Nodes top(Meta meta) {
    Nodes metadata = Nodes.map().put("name", meta.name()).put("namespace", meta.namespace());
    return Nodes.map()
        .put("apiVersion", VERSION)
        .put("kind", meta.id().kind())
        .put(
            "metadata",
            metadata
                .putIfPresent("labels", texts(meta.labels()))
                .putIfPresent("annotations", texts(meta.annotations())));
  }

  private static Node affinity(At<Long> seconds) {
    return Nodes.map()
        .put("clientIP", Nodes.map().put("timeoutSeconds", Nodes.number(seconds.value())).build())
        .build();
  }

  private static Node.Mapping port(ServiceImport.Port it) {
    return Nodes.map()
        .putIfPresent("name", it.name(), at -> Nodes.text(at.value()))
        .putIfPresent("protocol", it.protocol(), at -> Nodes.text(at.value()))
        .putIfPresent("appProtocol", it.appProtocol(), at -> Nodes.text(at.value()))
        .put("port", Nodes.number(it.number().value()))
        .build();
  }

  private static Optional<Node> texts(Map<String, At<String>> texts) {
    var plain = new TreeMap<String, String>();
    texts.forEach((key, value) -> plain.put(key, value.value()));
    return plain.isEmpty() ? Optional.empty() : Optional.of(Nodes.texts(plain));
  }
}
