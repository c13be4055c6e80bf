package io.meshc.dialect.istio.security;

import io.meshc.dialect.istio.Branch;
import io.meshc.yaml.Node;
import java.util.TreeMap;

/// PeerAuthentication → node, in version v1.
public final class RenderPeerAuthentication {
  private RenderPeerAuthentication() {}

  public static Node.Mapping render(PeerAuthentication policy) {
    var spec = new Branch();
    if (!policy.selector().isEmpty()) {
      spec.map("selector", new Branch().texts("matchLabels", policy.selector()).node());
    }
    spec.unlessEmpty("mtls", new Branch().text("mode", policy.mode()).node());
    var ports = new Branch();
    new TreeMap<>(policy.ports())
        .forEach((port, mode) ->
            ports.map(String.valueOf(port), new Branch().text("mode", mode.value().name()).node()));
    spec.unlessEmpty("portLevelMtls", ports.node());
    return Branch.object("security.istio.io/v1", policy.meta(), spec.node());
  }
}
