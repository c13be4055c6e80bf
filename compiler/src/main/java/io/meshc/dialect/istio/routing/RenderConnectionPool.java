package io.meshc.dialect.istio.routing;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.routing.ConnectionPool.Http;
import io.meshc.dialect.istio.routing.ConnectionPool.Http2KeepAlive;
import io.meshc.dialect.istio.routing.ConnectionPool.Tcp;
import io.meshc.dialect.istio.routing.ConnectionPool.TcpKeepalive;
import io.meshc.yaml.Node;

/// Limits of connections → node.
public final class RenderConnectionPool {
  private RenderConnectionPool() {}

  public static Node.Mapping connectionPool(ConnectionPool it) {
    return new Branch()
        .object("tcp", it.tcp(), RenderConnectionPool::tcp)
        .object("http", it.http(), RenderConnectionPool::http)
        .node();
  }

  private static Node.Mapping tcp(Tcp it) {
    return new Branch()
        .number("maxConnections", it.maxConnections())
        .text("connectTimeout", it.connectTimeout())
        .object("tcpKeepalive", it.tcpKeepalive(), RenderConnectionPool::tcpKeepalive)
        .text("maxConnectionDuration", it.maxConnectionDuration())
        .text("idleTimeout", it.idleTimeout())
        .node();
  }

  private static Node.Mapping tcpKeepalive(TcpKeepalive it) {
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
        .object("http2KeepAlive", it.http2KeepAlive(), RenderConnectionPool::http2KeepAlive)
        .node();
  }

  private static Node.Mapping http2KeepAlive(Http2KeepAlive it) {
    return new Branch().text("interval", it.interval()).text("timeout", it.timeout()).node();
  }
}
