package io.meshc.dialect.osm.policy;

import io.meshc.dialect.osm.RenderPart;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting.Connections;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting.Http;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting.HttpRoute;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting.Tcp;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// UpstreamTrafficSetting → node.
public final class RenderUpstreamTrafficSetting {
  private RenderUpstreamTrafficSetting() {}

  public static Node.Mapping render(UpstreamTrafficSetting it) {
    return RenderPart.object(
        it.meta(),
        Nodes.map()
            .putIfPresent("host", it.host(), RenderPart::text)
            .putIfPresent(
                "connectionSettings", it.connections(), RenderUpstreamTrafficSetting::connections)
            .putIfPresent("rateLimit", it.rateLimit(), RenderRateLimit::render)
            .putList("httpRoutes", it.httpRoutes(), RenderUpstreamTrafficSetting::httpRoute));
  }

  private static Node connections(Connections it) {
    return Nodes.map()
        .putIfPresent("tcp", it.tcp(), RenderUpstreamTrafficSetting::tcp)
        .putIfPresent("http", it.http(), RenderUpstreamTrafficSetting::http)
        .build();
  }

  private static Node tcp(Tcp it) {
    return Nodes.map()
        .putIfPresent("maxConnections", it.maxConnections(), RenderPart::number)
        .putIfPresent("connectTimeout", it.connectTimeout(), RenderPart::text)
        .build();
  }

  private static Node http(Http it) {
    return Nodes.map()
        .putIfPresent("maxRequests", it.maxRequests(), RenderPart::number)
        .putIfPresent("maxRequestsPerConnection", it.maxRequestsPerConnection(), RenderPart::number)
        .putIfPresent("maxPendingRequests", it.maxPendingRequests(), RenderPart::number)
        .putIfPresent("maxRetries", it.maxRetries(), RenderPart::number)
        .build();
  }

  private static Node httpRoute(HttpRoute it) {
    return Nodes.map()
        .putIfPresent("path", it.path(), RenderPart::text)
        .putIfPresent("rateLimit", it.rateLimit(), RenderRateLimit::ofRoute)
        .build();
  }
}
