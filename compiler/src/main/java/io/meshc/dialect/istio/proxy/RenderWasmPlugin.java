package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.security.RenderTargets;
import io.meshc.yaml.Node;

/// WasmPlugin → node, in version v1alpha1.
public final class RenderWasmPlugin {
  private RenderWasmPlugin() {}

  public static Node.Mapping render(WasmPlugin it) {
    Branch spec =
        new Branch()
            .object("selector", it.selector(), RenderTargets::workloadSelector)
            .object("targetRef", it.targetRef(), RenderTargets::targetRef)
            .objects("targetRefs", it.targetRefs(), RenderTargets::targetRef);
    RenderWasm.into(spec, it.wasm())
        .text("phase", it.phase())
        .number("priority", it.priority())
        .objects("match", it.match(), RenderTrafficSelector::render);
    return Branch.object("extensions.istio.io/v1alpha1", it.meta(), spec.node());
  }
}
