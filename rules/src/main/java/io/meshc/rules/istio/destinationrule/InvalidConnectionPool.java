package io.meshc.rules.istio.destinationrule;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.routing.ConnectionPool;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.DurationText;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Limits of a connection pool are none. Page, examples, tests: InvalidConnectionPool.md, beside this file.
public final class InvalidConnectionPool implements KindsRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0174", "invalid-connection-pool", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(DestinationRule.class, Sidecar.class);
  }

  @Override
  public Stream<Finding> check(Resource it, Checked input) {
    var found = new Findings(this, it);
    for (ConnectionPool pool : Policies.pools(it)) {
      if (pool.http().isEmpty() && pool.tcp().isEmpty()) {
        found.say(pool.origin(), "the connection pool has neither `http` nor `tcp`");
      }
      pool.http().ifPresent(http -> http(http, found));
      pool.tcp().ifPresent(tcp -> tcp(tcp, found));
    }
    return found.stream();
  }

  private static void http(ConnectionPool.Http http, Findings found) {
    positive(http.http1MaxPendingRequests(), found);
    positive(http.http2MaxRequests(), found);
    positive(http.maxRequestsPerConnection(), found);
    positive(http.maxRetries(), found);
    positive(http.maxConcurrentStreams(), found);
    found.duration(http.idleTimeout());
    if (Written.is(http.h2UpgradePolicy(), ConnectionPool.Upgrade.UPGRADE)
        && Written.flag(http.useClientProtocol())) {
      found.say(
          http.useClientProtocol().get().origin(),
          "`useClientProtocol` stands beside an upgrade to HTTP/2",
          http.h2UpgradePolicy().get().origin(),
          "the upgrade");
    }
    if (http.http2KeepAlive().isPresent()) {
      ConnectionPool.Http2KeepAlive alive = http.http2KeepAlive().get();
      if (alive.interval().isEmpty() || alive.timeout().isEmpty()) {
        found.say(alive.origin(), "`http2KeepAlive` needs both `interval` and `timeout`");
      }
      found.duration(alive.interval());
      found.duration(alive.timeout());
    }
  }

  private static void tcp(ConnectionPool.Tcp tcp, Findings found) {
    positive(tcp.maxConnections(), found);
    found.duration(tcp.connectTimeout());
    found.duration(tcp.maxConnectionDuration());
    tcp.idleTimeout().ifPresent(time -> found.is(time, DurationText.faultUnlessZero(time.value())));
    tcp.tcpKeepalive()
        .ifPresent(alive -> {
          found.duration(alive.time());
          found.duration(alive.interval());
        });
  }

  private static void positive(Optional<At<Long>> number, Findings found) {
    if (Written.number(number) < 0) {
      found.say(number.get().origin(), "limit " + number.get().value() + " is negative");
    }
  }
}
