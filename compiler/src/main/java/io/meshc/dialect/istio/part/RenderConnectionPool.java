package io.meshc.dialect.istio.part;

import io.meshc.dialect.istio.Branch;
import io.meshc.dialect.istio.part.ConnectionPool.Http;
import io.meshc.dialect.istio.part.ConnectionPool.Http2KeepAlive;
import io.meshc.dialect.istio.part.ConnectionPool.Keepalive;
import io.meshc.dialect.istio.part.ConnectionPool.Tcp;
import io.meshc.yaml.Node;

/// [ConnectionPool] → node.
public final class RenderConnectionPool {
  private RenderConnectionPool() {}

  public static Node.Mapping render(ConnectionPool it) {
    return new Branch()
        .map("tcp", it.tcp().map(RenderConnectionPool::tcp))
        .map("http", it.http().map(RenderConnectionPool::http))
        .node();
  }

  private static Node.Mapping tcp(Tcp it) {
    return new Branch()
        .number("maxConnections", it.maxConnections())
        .text("connectTimeout", it.connectTimeout())
        .map("tcpKeepalive", it.tcpKeepalive().map(RenderConnectionPool::keepalive))
        .text("maxConnectionDuration", it.maxConnectionDuration())
        .text("idleTimeout", it.idleTimeout())
        .node();
  }

  private static Node.Mapping keepalive(Keepalive it) {
    return new Branch()
        .number("probes", it.probes())
        .text("time", it.time())
        .text("interval", it.interval())
        .node();
  }

  private static Node.Mapping http(Http it) {
    return new Branch()
        .number("http1MaxPendingRequests", it.http1MaxPendingRequests())
        .number("http2MaxRequests", it.http2MaxRequests())
        .number("maxRequestsPerConnection", it.maxRequestsPerConnection())
        .number("maxRetries", it.maxRetries())
        .text("idleTimeout", it.idleTimeout())
        .text("h2UpgradePolicy", it.h2UpgradePolicy())
        .flag("useClientProtocol", it.useClientProtocol())
        .number("maxConcurrentStreams", it.maxConcurrentStreams())
        .map("http2KeepAlive", it.http2KeepAlive().map(RenderConnectionPool::http2KeepAlive))
        .node();
  }

  private static Node.Mapping http2KeepAlive(Http2KeepAlive it) {
    return new Branch().text("interval", it.interval()).text("timeout", it.timeout()).node();
  }
}
