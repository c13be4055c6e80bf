package io.meshc.dialect.envoy;

import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// Messages within messages, each by the name of its type.
public final class Typed {
  private static final String PREFIX = "type.googleapis.com/envoy.";

  private Typed() {}

  /// A mapping that starts with its type, to be filled.
  ///
  /// @param type without `envoy.` before it
  public static Nodes of(String type) {
    return Nodes.map().put("@type", PREFIX + type);
  }

  /// An extension by its name.
  public static Node.Mapping named(String name, Nodes config) {
    return Nodes.map().put("name", name).put("typed_config", config).build();
  }

  /// A resource as a file of discovery holds it.
  public static Node.Mapping resource(String type, Node.Mapping resource) {
    return of(type).putAll(resource).build();
  }
}
