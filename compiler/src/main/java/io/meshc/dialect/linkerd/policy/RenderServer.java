package io.meshc.dialect.linkerd.policy;

import io.meshc.dialect.kubernetes.PortName;
import io.meshc.dialect.linkerd.RenderParts;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// Server → node, in version v1beta3.
public final class RenderServer {
  private RenderServer() {}

  public static Node.Mapping render(Server it) {
    Nodes spec =
        Nodes.map()
            .putIfPresent("podSelector", it.podSelector(), RenderParts::selector)
            .putIfPresent(
                "externalWorkloadSelector", it.externalWorkloadSelector(), RenderParts::selector)
            .putIfPresent("port", it.port(), port -> port(port.value()))
            .putIfPresent("proxyProtocol", it.proxyProtocol(), RenderParts::text)
            .putIfPresent("accessPolicy", it.accessPolicy(), RenderParts::text);
    return RenderParts.object("policy.linkerd.io/v1beta3", it.meta(), spec);
  }

  private static Node port(PortName port) {
    return port.either(Nodes::number, Nodes::text);
  }
}
