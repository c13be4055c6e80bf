package io.meshc.dialect.envoy;

import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// Addresses with the same first bits.
public record Block(String prefix, int bits) implements Message {
  /// `10.0.0.0/8`
  public String text() {
    return prefix + "/" + bits;
  }

  @Override
  public Node.Mapping node() {
    return Nodes.map().put("address_prefix", prefix).put("prefix_len", bits).build();
  }
}
