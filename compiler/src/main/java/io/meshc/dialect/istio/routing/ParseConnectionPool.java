package io.meshc.dialect.istio.routing;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.istio.routing.ConnectionPool.Http;
import io.meshc.dialect.istio.routing.ConnectionPool.Http2KeepAlive;
import io.meshc.dialect.istio.routing.ConnectionPool.Tcp;
import io.meshc.dialect.istio.routing.ConnectionPool.TcpKeepalive;
import io.meshc.dialect.istio.routing.ConnectionPool.Upgrade;
import io.meshc.yaml.Fields;
import java.util.List;

/// Limits of connections, as a record.
public final class ParseConnectionPool {
  private ParseConnectionPool() {}

  public static ConnectionPool connectionPool(Fields fields, List<Problem> problems) {
    var result =
        new ConnectionPool(
            fields.object("tcp").map(ParseConnectionPool::tcp),
            fields.object("http").map(it -> http(it, problems)),
            fields.origin());
    fields.done();
    return result;
  }

  private static Tcp tcp(Fields fields) {
    var result =
        new Tcp(
            fields.whole("maxConnections"),
            fields.string("connectTimeout"),
            fields.object("tcpKeepalive").map(ParseConnectionPool::tcpKeepalive),
            fields.string("maxConnectionDuration"),
            fields.string("idleTimeout"),
            fields.origin());
    fields.done();
    return result;
  }

  private static TcpKeepalive tcpKeepalive(Fields fields) {
    var result =
        new TcpKeepalive(
            fields.whole("probes"),
            fields.string("time"),
            fields.string("interval"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Http http(Fields fields, List<Problem> problems) {
    var result =
        new Http(
            fields.whole("http1MaxPendingRequests"),
            fields.whole("http2MaxRequests"),
            fields.whole("maxRequestsPerConnection"),
            fields.whole("maxRetries"),
            fields.string("idleTimeout"),
            Choice.of(fields, "h2UpgradePolicy", Upgrade.class, problems),
            fields.bool("useClientProtocol"),
            fields.whole("maxConcurrentStreams"),
            fields.object("http2KeepAlive").map(ParseConnectionPool::http2KeepAlive),
            fields.origin());
    fields.done();
    return result;
  }

  private static Http2KeepAlive http2KeepAlive(Fields fields) {
    var result =
        new Http2KeepAlive(fields.string("interval"), fields.string("timeout"), fields.origin());
    fields.done();
    return result;
  }
}
