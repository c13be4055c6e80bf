package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.registry.RenderWorkloadSelector;
import io.meshc.dialect.istio.security.RenderTargets;
import io.meshc.yaml.Node;
import java.util.List;

/// EnvoyFilter → node, in version v1alpha3. One that holds a mark and no patches gets the patch that sets it.
public final class RenderEnvoyFilter {
  private RenderEnvoyFilter() {}

  public static Node.Mapping render(EnvoyFilter it) {
    Node.Mapping spec =
        new Branch()
            .object("workloadSelector", it.workloadSelector(), RenderWorkloadSelector::render)
            .objects("targetRefs", it.targetRefs(), RenderTargets::targetRef)
            .list("configPatches", patches(it))
            .number("priority", it.priority())
            .node();
    return Branch.object("networking.istio.io/v1alpha3", it.meta(), spec);
  }

  private static List<Node.Mapping> patches(EnvoyFilter it) {
    return it.configPatches().isEmpty()
        ? it.mark().map(RenderMark::patch).stream().toList()
        : it.configPatches().stream().map(RenderConfigPatch::render).toList();
  }
}
