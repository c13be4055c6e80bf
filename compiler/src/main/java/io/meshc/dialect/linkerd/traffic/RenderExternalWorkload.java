package io.meshc.dialect.linkerd.traffic;

import io.meshc.dialect.linkerd.RenderParts;
import io.meshc.dialect.linkerd.traffic.ExternalWorkload.Address;
import io.meshc.dialect.linkerd.traffic.ExternalWorkload.MeshTls;
import io.meshc.dialect.linkerd.traffic.ExternalWorkload.Port;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// ExternalWorkload → node, in version v1beta1.
public final class RenderExternalWorkload {
  private RenderExternalWorkload() {}

  public static Node.Mapping render(ExternalWorkload it) {
    Nodes spec =
        Nodes.map()
            .putIfPresent("meshTLS", it.meshTls(), RenderExternalWorkload::meshTls)
            .putList("ports", it.ports(), RenderExternalWorkload::port)
            .putList("workloadIPs", it.workloadIps(), RenderExternalWorkload::address);
    return RenderParts.object("workload.linkerd.io/v1beta1", it.meta(), spec);
  }

  private static Node.Mapping meshTls(MeshTls it) {
    return Nodes.map()
        .putIfPresent("identity", it.identity(), RenderParts::text)
        .putIfPresent("serverName", it.serverName(), RenderParts::text)
        .build();
  }

  private static Node.Mapping port(Port it) {
    return Nodes.map()
        .putIfPresent("name", it.name(), RenderParts::text)
        .putIfPresent("port", it.port(), port -> Nodes.number(port.value()))
        .putIfPresent("protocol", it.protocol(), RenderParts::text)
        .build();
  }

  private static Node.Mapping address(Address it) {
    return Nodes.map().putIfPresent("ip", it.ip(), RenderParts::text).build();
  }
}
