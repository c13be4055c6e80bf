package io.meshc.dialect.envoy;

import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// @param host an address, or a name where a cluster looks it up
public record Address(String host, int port) implements Message {
  @Override
  public Node.Mapping node() {
    var socket = Nodes.map().put("address", host).put("port_value", port);
    return Nodes.map().put("socket_address", socket).build();
  }
}
