package io.meshc.dialect.linkerd.traffic;

import io.meshc.dialect.linkerd.Network;
import io.meshc.dialect.linkerd.RenderParts;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;

/// EgressNetwork → node, in version v1alpha1.
public final class RenderEgressNetwork {
  private RenderEgressNetwork() {}

  public static Node.Mapping render(EgressNetwork it) {
    Nodes spec =
        Nodes.map()
            .putIfPresent("trafficPolicy", it.trafficPolicy(), RenderParts::text)
            .putIfPresent("networks", it.networks(), RenderEgressNetwork::networks);
    return RenderParts.object("policy.linkerd.io/v1alpha1", it.meta(), spec);
  }

  private static Node networks(List<Network> networks) {
    return Nodes.list(networks.stream().map(RenderParts::network).toList());
  }
}
