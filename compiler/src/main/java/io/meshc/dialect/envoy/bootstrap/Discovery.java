package io.meshc.dialect.envoy.bootstrap;

import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.Typed;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;

/// A file of discovery. Envoy sees a new one only when it takes the place of the old one by its name.
///
/// @param type of all resources, without `envoy.` before it
public record Discovery(String type, List<? extends Message> resources) implements Message {
  public Discovery {
    resources = List.copyOf(resources);
  }

  @Override
  public Node.Mapping node() {
    return Nodes.map()
        .put(
            "resources",
            Nodes.list(resources.stream().map(it -> Typed.resource(type, it.node())).toList()))
        .build();
  }
}
