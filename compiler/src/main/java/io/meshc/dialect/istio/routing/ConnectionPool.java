package io.meshc.dialect.istio.routing;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Optional;

public record ConnectionPool(Optional<Tcp> tcp, Optional<Http> http, Origin origin) {

  /// Whether HTTP/1.1 becomes HTTP/2.
  public enum Upgrade {
    DEFAULT,
    DO_NOT_UPGRADE,
    UPGRADE
  }

  public record Tcp(
      Optional<At<Long>> maxConnections,
      Optional<At<String>> connectTimeout,
      Optional<TcpKeepalive> tcpKeepalive,
      Optional<At<String>> maxConnectionDuration,
      Optional<At<String>> idleTimeout,
      Origin origin) {}

  public record TcpKeepalive(
      Optional<At<Long>> probes,
      Optional<At<String>> time,
      Optional<At<String>> interval,
      Origin origin) {}

  public record Http(
      Optional<At<Long>> http1MaxPendingRequests,
      Optional<At<Long>> http2MaxRequests,
      Optional<At<Long>> maxRequestsPerConnection,
      Optional<At<Long>> maxRetries,
      Optional<At<String>> idleTimeout,
      Optional<At<Upgrade>> h2UpgradePolicy,
      Optional<At<Boolean>> useClientProtocol,
      Optional<At<Long>> maxConcurrentStreams,
      Optional<Http2KeepAlive> http2KeepAlive,
      Origin origin) {}

  public record Http2KeepAlive(
      Optional<At<String>> interval, Optional<At<String>> timeout, Origin origin) {}
}
