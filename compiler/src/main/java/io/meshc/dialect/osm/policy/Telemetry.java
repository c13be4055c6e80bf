package io.meshc.dialect.osm.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Node;
import java.util.Map;
import java.util.Optional;

/// `policy.openservicemesh.io` Telemetry: what the proxies of some Pods write down, and whom they send it to.
///
/// @param selector labels of Pods
public record Telemetry(Meta meta, Map<String, At<String>> selector, Optional<AccessLog> accessLog)
    implements Resource {
  public Telemetry {
    selector = Map.copyOf(selector);
  }

  public record AccessLog(Optional<At<String>> format, Optional<OpenTelemetry> openTelemetry) {}

  /// @param attributes names and values of the user's own
  public record OpenTelemetry(
      Optional<ExtensionRef> extensionService, Optional<At<Node>> attributes) {}

  public record ExtensionRef(
      Optional<At<String>> namespace, Optional<At<String>> name, Origin origin) {}
}
