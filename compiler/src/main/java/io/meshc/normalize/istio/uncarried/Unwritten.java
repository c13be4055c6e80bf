package io.meshc.normalize.istio.uncarried;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.istio.routing.ConnectionPool;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.dialect.istio.routing.LoadBalancer;
import io.meshc.dialect.istio.routing.TrafficPolicy;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.model.Extension;
import io.meshc.model.Extension.Touches;
import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Optional;
import java.util.stream.Stream;

/// What decides over no request and has no place in the model either: a translation to something else has to say that it is lost.
public final class Unwritten {
  private final PlaneId plane;
  private final Ledger ledger;

  private Unwritten(PlaneId plane, Ledger ledger) {
    this.plane = plane;
    this.ledger = ledger;
  }

  public static void in(Resources resources, PlaneId plane, Ledger ledger) {
    var found = new Unwritten(plane, ledger);
    for (Class<? extends Resource> kind : Uncarried.WHOLE) {
      for (Resource it : resources.of(kind)) {
        found.add(it.meta(), Touches.REPORTS, it.meta().origin(), "");
      }
    }
    for (AuthorizationPolicy it : resources.of(AuthorizationPolicy.class)) {
      if (it.effect() == AuthorizationPolicy.Action.AUDIT) {
        found.add(it.meta(), Touches.REPORTS, it.meta().origin(), "");
      } else if (it.isDryRun()) {
        found.add(it.meta(), Touches.REPORTS, it.meta().origin(), " as a dry run");
      }
    }
    resources.of(DestinationRule.class).forEach(found::rule);
    for (Gateway gateway : resources.of(Gateway.class)) {
      gateway.servers().stream()
          .flatMap(it -> it.tls().stream())
          .flatMap(it ->
              Stream.of(
                      first(it.caCrl()),
                      first(it.minProtocolVersion()),
                      first(it.maxProtocolVersion()),
                      it.cipherSuites().stream().findFirst().map(At::origin),
                      it.subjectAltNames().stream().findFirst().map(At::origin),
                      it.verifyCertificateHash().stream().findFirst().map(At::origin),
                      it.verifyCertificateSpki().stream().findFirst().map(At::origin))
                  .flatMap(Optional::stream))
          .forEach(it -> found.field(gateway.meta(), Touches.TRANSPORT, it));
    }
  }

  private void rule(DestinationRule rule) {
    Meta meta = rule.meta();
    Stream.concat(
            rule.trafficPolicy().stream(),
            rule.subsets().stream().flatMap(it -> it.trafficPolicy().stream()))
        .forEach(it -> policy(meta, it));
  }

  private void policy(Meta meta, TrafficPolicy policy) {
    handling(meta, policy.retryBudget().map(TrafficPolicy.RetryBudget::origin));
    policy.connectionPool().ifPresent(it -> pool(meta, it));
    policy.loadBalancer().ifPresent(it -> balancer(meta, it));
    policy.tls().ifPresent(it -> crl(meta, it));
    for (var it : policy.portLevelSettings()) {
      it.connectionPool().ifPresent(pool -> pool(meta, pool));
      it.loadBalancer().ifPresent(balancer -> balancer(meta, balancer));
      it.tls().ifPresent(tls -> crl(meta, tls));
    }
  }

  private void crl(Meta meta, TrafficPolicy.Tls tls) {
    tls.caCrl().ifPresent(it -> field(meta, Touches.TRANSPORT, it.origin()));
  }

  private void pool(Meta meta, ConnectionPool pool) {
    pool.tcp()
        .ifPresent(it -> {
          handling(meta, it.tcpKeepalive().map(ConnectionPool.TcpKeepalive::origin));
          handling(meta, first(it.maxConnectionDuration()));
        });
    pool.http()
        .ifPresent(it -> {
          handling(meta, first(it.h2UpgradePolicy()));
          handling(meta, first(it.useClientProtocol()));
          handling(meta, first(it.maxConcurrentStreams()));
          handling(meta, it.http2KeepAlive().map(ConnectionPool.Http2KeepAlive::origin));
        });
  }

  private void balancer(Meta meta, LoadBalancer it) {
    handling(meta, it.localityLbSetting().map(LoadBalancer.Locality::origin));
    handling(meta, it.zoneAwareLbSetting().map(LoadBalancer.ZoneAware::origin));
    handling(meta, it.warmup().map(LoadBalancer.Warmup::origin));
    handling(meta, first(it.warmupDurationSecs()));
  }

  private void handling(Meta meta, Optional<Origin> origin) {
    origin.ifPresent(it -> field(meta, Touches.HANDLING, it));
  }

  private void field(Meta meta, Touches touches, Origin origin) {
    ledger.add(
        new Extension(
            meta.id(),
            plane,
            new Scope.Everywhere(),
            "field `" + origin.path() + "`",
            touches,
            origin));
  }

  private void add(Meta meta, Touches touches, Origin origin, String how) {
    String what = meta.id().kind() + " `" + meta.name() + "`" + how;
    ledger.add(new Extension(meta.id(), plane, new Scope.Everywhere(), what, touches, origin));
  }

  private static Optional<Origin> first(Optional<? extends At<?>> value) {
    return value.map(At::origin);
  }
}
