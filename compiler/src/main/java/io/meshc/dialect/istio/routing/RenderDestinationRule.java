package io.meshc.dialect.istio.routing;

import io.meshc.dialect.istio.Branch;
import io.meshc.yaml.Node;

/// DestinationRule → node, in version v1.
public final class RenderDestinationRule {
  private RenderDestinationRule() {}

  public static Node.Mapping render(DestinationRule rule) {
    Node.Mapping policy =
        new Branch()
            .unlessEmpty("loadBalancer", new Branch().text("simple", rule.balancing()).node())
            .unlessEmpty("tls", new Branch().text("mode", rule.tls()).node())
            .node();
    Node.Mapping spec =
        new Branch().text("host", rule.host()).unlessEmpty("trafficPolicy", policy).node();
    return Branch.object("networking.istio.io/v1", rule.meta(), spec);
  }
}
