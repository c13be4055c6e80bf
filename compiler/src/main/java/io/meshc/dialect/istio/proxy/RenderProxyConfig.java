package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.proxy.ProxyConfig.Image;
import io.meshc.dialect.istio.security.RenderTargets;
import io.meshc.yaml.Node;

/// ProxyConfig → node, in version v1beta1.
public final class RenderProxyConfig {
  private RenderProxyConfig() {}

  public static Node.Mapping render(ProxyConfig it) {
    Node.Mapping spec =
        new Branch()
            .object("selector", it.selector(), RenderTargets::workloadSelector)
            .number("concurrency", it.concurrency())
            .texts("environmentVariables", it.environmentVariables())
            .object("image", it.image(), RenderProxyConfig::image)
            .node();
    return Branch.object("networking.istio.io/v1beta1", it.meta(), spec);
  }

  private static Node.Mapping image(Image it) {
    return new Branch().text("imageType", it.imageType()).node();
  }
}
