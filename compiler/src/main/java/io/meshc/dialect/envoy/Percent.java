package io.meshc.dialect.envoy;

import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// A share of a million.
public record Percent(int millionths) implements Message {
  public static final Percent ALL = new Percent(1_000_000);

  /// @param share 0 to 1
  public static Percent of(double share) {
    return new Percent((int) Math.round(share * 1_000_000));
  }

  @Override
  public Node.Mapping node() {
    boolean whole = millionths % 10_000 == 0;
    return Nodes.map()
        .put("numerator", whole ? millionths / 10_000 : millionths)
        .put("denominator", whole ? "HUNDRED" : "MILLION")
        .build();
  }

  /// The same as a value that a running Envoy could be told to change, and is not.
  public Node.Mapping fixed() {
    return Nodes.map().put("default_value", node()).build();
  }
}
