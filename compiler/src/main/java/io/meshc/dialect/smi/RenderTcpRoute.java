package io.meshc.dialect.smi;

import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// TCPRoute → node, in the version that its metadata states.
public final class RenderTcpRoute {
  private RenderTcpRoute() {}

  public static Node.Mapping render(TcpRoute route) {
    String version = route.meta().version();
    Nodes object = Envelope.of(route.meta());
    if (version.equals("v1alpha1") || version.equals("v1alpha2")) {
      return object.build();
    }
    Nodes spec =
        version.equals("v1alpha3")
            ? Nodes.map()
            : new PortMatch(route.matchName(), route.ports()).render();
    return object.put("spec", spec).build();
  }
}
