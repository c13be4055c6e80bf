package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.proxy.Wasm.EnvVar;
import io.meshc.dialect.istio.proxy.Wasm.VmConfig;
import io.meshc.yaml.Node;

/// [Wasm] → node.
public final class RenderWasm {
  private RenderWasm() {}

  public static Node.Mapping render(Wasm it) {
    return into(new Branch(), it).node();
  }

  static Branch into(Branch branch, Wasm it) {
    return branch
        .text("url", it.url())
        .text("sha256", it.sha256())
        .text("imagePullPolicy", it.imagePullPolicy())
        .text("imagePullSecret", it.imagePullSecret())
        .text("verificationKey", it.verificationKey())
        .value("pluginConfig", it.pluginConfig())
        .text("pluginName", it.pluginName())
        .text("failStrategy", it.failStrategy())
        .text("type", it.type())
        .object("vmConfig", it.vmConfig(), RenderWasm::vmConfig);
  }

  private static Node.Mapping vmConfig(VmConfig it) {
    return new Branch().objects("env", it.env(), RenderWasm::envVar).node();
  }

  private static Node.Mapping envVar(EnvVar it) {
    return new Branch()
        .text("name", it.name())
        .text("valueFrom", it.valueFrom())
        .text("value", it.value())
        .node();
  }
}
