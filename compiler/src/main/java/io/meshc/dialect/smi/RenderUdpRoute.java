package io.meshc.dialect.smi;

import io.meshc.yaml.Node;

/// UDPRoute → node.
public final class RenderUdpRoute {
  private RenderUdpRoute() {}

  public static Node.Mapping render(UdpRoute route) {
    var match = new PortMatch(route.matchName(), route.ports());
    return Envelope.of(route.meta()).put("spec", match.render()).build();
  }
}
