package io.meshc.dialect.istio.security;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.security.PeerAuthentication.MutualTls;
import io.meshc.yaml.Node;
import java.util.Map;
import java.util.TreeMap;

/// PeerAuthentication → node, in version v1.
public final class RenderPeerAuthentication {
  private RenderPeerAuthentication() {}

  public static Node.Mapping render(PeerAuthentication it) {
    Node.Mapping spec =
        new Branch()
            .object("selector", it.selector(), RenderTargets::workloadSelector)
            .object("mtls", it.mtls(), RenderPeerAuthentication::mutualTls)
            .object("portLevelMtls", it.portLevelMtls(), RenderPeerAuthentication::ports)
            .node();
    return Branch.object("security.istio.io/v1", it.meta(), spec);
  }

  private static Node.Mapping ports(Map<String, MutualTls> modes) {
    var ports = new Branch();
    new TreeMap<>(modes).forEach((port, mode) -> ports.map(port, mutualTls(mode)));
    return ports.node();
  }

  private static Node.Mapping mutualTls(MutualTls it) {
    return new Branch().text("mode", it.mode()).node();
  }
}
