package io.meshc.dialect.smi;

import io.meshc.dialect.smi.TrafficSplit.Backend;
import io.meshc.dialect.smi.TrafficSplit.GroupRef;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.math.BigDecimal;

/// TrafficSplit → node, in the version that its metadata states.
public final class RenderTrafficSplit {
  private RenderTrafficSplit() {}

  public static Node.Mapping render(TrafficSplit split) {
    boolean quantities = split.meta().version().equals("v1alpha1");
    Nodes spec =
        Nodes.map()
            .putIfPresent("service", split.service(), it -> Nodes.text(it.value()))
            .putList("backends", split.backends(), it -> backend(it.value(), quantities))
            .putList("matches", split.matches(), it -> group(it.value()));
    return Envelope.of(split.meta()).put("spec", spec).build();
  }

  private static Node backend(Backend backend, boolean quantity) {
    return Nodes.map()
        .put("service", backend.service().value())
        .put(
            "weight",
            quantity
                ? Nodes.text(quantity(backend))
                : Nodes.number(backend.weight().value().whole()))
        .build();
  }

  /// As it was written, where that is what it weighs.
  private static String quantity(Backend backend) {
    BigDecimal weight = backend.weight().value().exact().stripTrailingZeros();
    return Quantity.value(backend.written()).filter(weight::equals).isPresent()
        ? backend.written()
        : Quantity.text(weight);
  }

  private static Node group(GroupRef group) {
    return Nodes.map()
        .putIfPresent("apiGroup", group.apiGroup(), it -> Nodes.text(it.value()))
        .put("kind", group.kind().value())
        .put("name", group.name().value())
        .build();
  }
}
