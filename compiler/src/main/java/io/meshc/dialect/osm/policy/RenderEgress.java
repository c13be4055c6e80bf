package io.meshc.dialect.osm.policy;

import static io.meshc.dialect.osm.RenderPart.texts;

import io.meshc.dialect.osm.RenderPart;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// Egress → node.
public final class RenderEgress {
  private RenderEgress() {}

  public static Node.Mapping render(Egress it) {
    return RenderPart.object(
        it.meta(),
        Nodes.map()
            .putList("sources", it.sources(), Subject::render)
            .putList("hosts", texts(it.hosts()))
            .putList("ipAddresses", texts(it.ipAddresses()))
            .putList("ports", it.ports(), Port::render)
            .putList("matches", it.matches(), MatchRef::render));
  }
}
