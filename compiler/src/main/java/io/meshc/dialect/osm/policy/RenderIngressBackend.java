package io.meshc.dialect.osm.policy;

import io.meshc.dialect.osm.RenderPart;
import io.meshc.dialect.osm.policy.IngressBackend.Backend;
import io.meshc.dialect.osm.policy.IngressBackend.Tls;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// IngressBackend → node.
public final class RenderIngressBackend {
  private RenderIngressBackend() {}

  public static Node.Mapping render(IngressBackend it) {
    return RenderPart.object(
        it.meta(),
        Nodes.map()
            .putList("backends", it.backends(), RenderIngressBackend::backend)
            .putList("sources", it.sources(), Subject::render)
            .putList("matches", it.matches(), MatchRef::render));
  }

  private static Node backend(Backend it) {
    return Nodes.map()
        .putIfPresent("name", it.name(), RenderPart::text)
        .putIfPresent("port", it.port(), Port::render)
        .putIfPresent("tls", it.tls(), RenderIngressBackend::tls)
        .build();
  }

  private static Node tls(Tls it) {
    return Nodes.map()
        .putIfPresent("skipClientCertValidation", it.skipClientCertValidation(), RenderPart::flag)
        .putList("sniHosts", RenderPart.texts(it.sniHosts()))
        .build();
  }
}
