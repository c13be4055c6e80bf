package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.istio.Branch;
import io.meshc.dialect.istio.part.RenderLabelSelector;
import io.meshc.dialect.istio.part.RenderTargetRef;
import io.meshc.dialect.istio.proxy.TrafficExtension.Lua;
import io.meshc.yaml.Node;

/// TrafficExtension → node, in version v1alpha1.
public final class RenderTrafficExtension {
  private RenderTrafficExtension() {}

  public static Node.Mapping render(TrafficExtension it) {
    Node.Mapping spec =
        new Branch()
            .map("selector", it.selector().map(RenderLabelSelector::render))
            .list("targetRefs", it.targetRefs().stream().map(RenderTargetRef::render).toList())
            .text("phase", it.phase())
            .number("priority", it.priority())
            .list("match", it.match().stream().map(RenderTrafficSelector::render).toList())
            .map("wasm", it.wasm().map(RenderWasm::render))
            .map("lua", it.lua().map(RenderTrafficExtension::lua))
            .node();
    return Branch.object("extensions.istio.io/v1alpha1", it.meta(), spec);
  }

  private static Node.Mapping lua(Lua it) {
    return new Branch().text("inlineCode", it.inlineCode()).node();
  }
}
