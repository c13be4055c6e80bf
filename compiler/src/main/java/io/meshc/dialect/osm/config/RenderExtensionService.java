package io.meshc.dialect.osm.config;

import io.meshc.dialect.osm.RenderPart;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// ExtensionService → node.
public final class RenderExtensionService {
  private RenderExtensionService() {}

  public static Node.Mapping render(ExtensionService it) {
    return RenderPart.object(
        it.meta(),
        Nodes.map()
            .putIfPresent("host", it.host(), RenderPart::text)
            .putIfPresent("port", it.port(), RenderPart::number)
            .putIfPresent("protocol", it.protocol(), RenderPart::text)
            .putIfPresent("connectTimeout", it.connectTimeout(), RenderPart::text));
  }
}
