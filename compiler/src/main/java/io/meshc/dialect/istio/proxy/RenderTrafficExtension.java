package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.proxy.TrafficExtension.Lua;
import io.meshc.dialect.istio.security.RenderTargets;
import io.meshc.yaml.Node;

/// TrafficExtension → node, in version v1alpha1.
public final class RenderTrafficExtension {
  private RenderTrafficExtension() {}

  public static Node.Mapping render(TrafficExtension it) {
    Node.Mapping spec =
        new Branch()
            .object("selector", it.selector(), RenderTargets::workloadSelector)
            .objects("targetRefs", it.targetRefs(), RenderTargets::targetRef)
            .text("phase", it.phase())
            .number("priority", it.priority())
            .objects("match", it.match(), RenderTrafficSelector::render)
            .object("wasm", it.wasm(), RenderWasm::render)
            .object("lua", it.lua(), RenderTrafficExtension::lua)
            .node();
    return Branch.object("extensions.istio.io/v1alpha1", it.meta(), spec);
  }

  private static Node.Mapping lua(Lua it) {
    return new Branch().text("inlineCode", it.inlineCode()).node();
  }
}
