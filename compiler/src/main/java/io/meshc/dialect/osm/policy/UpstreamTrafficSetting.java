package io.meshc.dialect.osm.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// `policy.openservicemesh.io` UpstreamTrafficSetting: how much a server takes, and how much its clients send.
///
/// @param host the whole name of a Service, `web.shop.svc.cluster.local`
/// @param httpRoutes limits of single routes, by the very text of their path
public record UpstreamTrafficSetting(
    Meta meta,
    Optional<At<String>> host,
    Optional<Connections> connections,
    Optional<RateLimit> rateLimit,
    List<HttpRoute> httpRoutes)
    implements Resource {
  public UpstreamTrafficSetting {
    httpRoutes = List.copyOf(httpRoutes);
  }

  /// `connectionSettings`: bounds that a client's proxy keeps.
  public record Connections(Optional<Tcp> tcp, Optional<Http> http, Origin origin) {}

  public record Tcp(Optional<At<Integer>> maxConnections, Optional<At<String>> connectTimeout) {}

  public record Http(
      Optional<At<Integer>> maxRequests,
      Optional<At<Integer>> maxRequestsPerConnection,
      Optional<At<Integer>> maxPendingRequests,
      Optional<At<Integer>> maxRetries) {}

  public record HttpRoute(
      Optional<At<String>> path, Optional<RateLimit.OfRoute> rateLimit, Origin origin) {}
}
