package io.meshc.dialect.envoy;

import io.meshc.yaml.Node;

/// A message of Envoy's protocol, or a part of one.
public interface Message {
  Node.Mapping node();
}
