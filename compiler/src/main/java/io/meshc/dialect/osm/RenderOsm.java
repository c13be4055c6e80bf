package io.meshc.dialect.osm;

import io.meshc.dialect.Resource;
import io.meshc.dialect.osm.config.ExtensionService;
import io.meshc.dialect.osm.config.MeshConfig;
import io.meshc.dialect.osm.config.MeshRootCertificate;
import io.meshc.dialect.osm.config.RenderExtensionService;
import io.meshc.dialect.osm.config.RenderMeshConfig;
import io.meshc.dialect.osm.config.RenderMeshRootCertificate;
import io.meshc.dialect.osm.policy.Egress;
import io.meshc.dialect.osm.policy.IngressBackend;
import io.meshc.dialect.osm.policy.RenderEgress;
import io.meshc.dialect.osm.policy.RenderIngressBackend;
import io.meshc.dialect.osm.policy.RenderRetry;
import io.meshc.dialect.osm.policy.RenderTelemetry;
import io.meshc.dialect.osm.policy.RenderUpstreamTrafficSetting;
import io.meshc.dialect.osm.policy.Retry;
import io.meshc.dialect.osm.policy.Telemetry;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting;
import io.meshc.yaml.Node;
import java.util.Optional;

/// The record of any kind → node. Empty for what is no object of Open Service Mesh.
public final class RenderOsm {
  private RenderOsm() {}

  public static Optional<Node.Mapping> render(Resource resource) {
    return switch (resource) {
      case MeshConfig it -> Optional.of(RenderMeshConfig.render(it));
      case MeshRootCertificate it -> Optional.of(RenderMeshRootCertificate.render(it));
      case ExtensionService it -> Optional.of(RenderExtensionService.render(it));
      case Egress it -> Optional.of(RenderEgress.render(it));
      case IngressBackend it -> Optional.of(RenderIngressBackend.render(it));
      case Retry it -> Optional.of(RenderRetry.render(it));
      case UpstreamTrafficSetting it -> Optional.of(RenderUpstreamTrafficSetting.render(it));
      case Telemetry it -> Optional.of(RenderTelemetry.render(it));
      default -> Optional.empty();
    };
  }
}
