package io.meshc.dialect.istio.routing;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.routing.DestinationRule.Subset;
import io.meshc.dialect.istio.routing.DestinationRule.WorkloadSelector;
import io.meshc.yaml.Node;

/// DestinationRule → node, in version v1.
public final class RenderDestinationRule {
  private RenderDestinationRule() {}

  public static Node.Mapping render(DestinationRule it) {
    Node.Mapping spec =
        new Branch()
            .text("host", it.host())
            .object("trafficPolicy", it.trafficPolicy(), RenderTrafficPolicy::trafficPolicy)
            .objects("subsets", it.subsets(), RenderDestinationRule::subset)
            .texts("exportTo", it.exportTo())
            .object(
                "workloadSelector", it.workloadSelector(), RenderDestinationRule::workloadSelector)
            .node();
    return Branch.object("networking.istio.io/v1", it.meta(), spec);
  }

  private static Node.Mapping subset(Subset it) {
    return new Branch()
        .text("name", it.name())
        .texts("labels", it.labels())
        .object("trafficPolicy", it.trafficPolicy(), RenderTrafficPolicy::trafficPolicy)
        .node();
  }

  private static Node.Mapping workloadSelector(WorkloadSelector it) {
    return new Branch().texts("matchLabels", it.matchLabels()).node();
  }
}
