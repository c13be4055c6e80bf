package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.proxy.TrafficSelector.PortNumber;
import io.meshc.yaml.Node;

/// [TrafficSelector] → node.
public final class RenderTrafficSelector {
  private RenderTrafficSelector() {}

  public static Node.Mapping render(TrafficSelector it) {
    return new Branch()
        .text("mode", it.mode())
        .objects("ports", it.ports(), RenderTrafficSelector::portNumber)
        .node();
  }

  private static Node.Mapping portNumber(PortNumber it) {
    return new Branch().number("number", it.number()).node();
  }
}
