package io.meshc.dialect.osm.policy;

import io.meshc.dialect.osm.RenderPart;
import io.meshc.dialect.osm.policy.Telemetry.AccessLog;
import io.meshc.dialect.osm.policy.Telemetry.ExtensionRef;
import io.meshc.dialect.osm.policy.Telemetry.OpenTelemetry;
import io.meshc.source.At;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// Telemetry → node.
public final class RenderTelemetry {
  private RenderTelemetry() {}

  public static Node.Mapping render(Telemetry it) {
    return RenderPart.object(
        it.meta(),
        Nodes.map()
            .putTexts("selector", RenderPart.texts(it.selector()))
            .putIfPresent("accessLog", it.accessLog(), RenderTelemetry::accessLog));
  }

  private static Node accessLog(AccessLog it) {
    return Nodes.map()
        .putIfPresent("format", it.format(), RenderPart::text)
        .putIfPresent("openTelemetry", it.openTelemetry(), RenderTelemetry::openTelemetry)
        .build();
  }

  private static Node openTelemetry(OpenTelemetry it) {
    return Nodes.map()
        .putIfPresent("extensionService", it.extensionService(), RenderTelemetry::extension)
        .putIfPresent("attributes", it.attributes(), At::value)
        .build();
  }

  private static Node extension(ExtensionRef it) {
    return Nodes.map()
        .putIfPresent("namespace", it.namespace(), RenderPart::text)
        .putIfPresent("name", it.name(), RenderPart::text)
        .build();
  }
}
