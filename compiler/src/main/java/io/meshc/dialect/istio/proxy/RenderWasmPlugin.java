package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.istio.Branch;
import io.meshc.dialect.istio.part.RenderLabelSelector;
import io.meshc.dialect.istio.part.RenderTargetRef;
import io.meshc.yaml.Node;

/// WasmPlugin → node, in version v1alpha1.
public final class RenderWasmPlugin {
  private RenderWasmPlugin() {}

  public static Node.Mapping render(WasmPlugin it) {
    Branch spec =
        new Branch()
            .map("selector", it.selector().map(RenderLabelSelector::render))
            .map("targetRef", it.targetRef().map(RenderTargetRef::render))
            .list("targetRefs", it.targetRefs().stream().map(RenderTargetRef::render).toList());
    RenderWasm.into(spec, it.wasm())
        .text("phase", it.phase())
        .number("priority", it.priority())
        .list("match", it.match().stream().map(RenderTrafficSelector::render).toList());
    return Branch.object("extensions.istio.io/v1alpha1", it.meta(), spec.node());
  }
}
