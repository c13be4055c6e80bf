package io.meshc.normalize.istio.traffic;

import io.meshc.dialect.istio.routing.ConnectionPool;
import io.meshc.dialect.istio.routing.LoadBalancer;
import io.meshc.dialect.istio.routing.TrafficPolicy;
import io.meshc.dialect.istio.routing.TrafficPolicy.Mode;
import io.meshc.dialect.istio.routing.TrafficPolicy.OutlierDetection;
import io.meshc.dialect.istio.routing.TrafficPolicy.PortPolicy;
import io.meshc.dialect.istio.routing.TrafficPolicy.Tls;
import io.meshc.model.traffic.Handling;
import io.meshc.model.traffic.Handling.Bounds;
import io.meshc.model.traffic.Handling.Ejection;
import io.meshc.model.traffic.Handling.Hash;
import io.meshc.model.traffic.Handling.OwnTls;
import io.meshc.normalize.GoDuration;
import io.meshc.source.At;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A traffic policy of a DestinationRule → how clients go about its endpoints.
///
/// Source: istio.io, "DestinationRule"; istio/istio, pilot/pkg/networking/core/cluster_traffic_policy.
public final class Handlings {
  private Handlings() {}

  public static Handling of(Optional<TrafficPolicy> policy) {
    if (policy.isEmpty()) {
      return Handling.NONE;
    }
    var ports = new HashMap<Integer, Handling>();
    for (PortPolicy it : policy.get().portLevelSettings()) {
      it.port()
          .flatMap(port -> port.number())
          .ifPresent(port -> ports.put(port.value().intValue(), of(it)));
    }
    return handling(
        policy.get().connectionPool(),
        policy.get().outlierDetection(),
        policy.get().tls(),
        policy.get().loadBalancer(),
        ports);
  }

  private static Handling of(PortPolicy it) {
    return handling(
        it.connectionPool(), it.outlierDetection(), it.tls(), it.loadBalancer(), Map.of());
  }

  private static Handling handling(
      Optional<ConnectionPool> pool,
      Optional<OutlierDetection> outlier,
      Optional<Tls> tls,
      Optional<LoadBalancer> balancer,
      Map<Integer, Handling> ports) {
    return new Handling(
        pool.map(Handlings::bounds),
        outlier.map(Handlings::ejection),
        tls.filter(Handlings::isOwn).map(Handlings::certificates),
        balancer.flatMap(LoadBalancer::consistentHash).flatMap(Handlings::hash),
        ports);
  }

  private static Bounds bounds(ConnectionPool pool) {
    var tcp = pool.tcp();
    var http = pool.http();
    return new Bounds(
        number(tcp.flatMap(ConnectionPool.Tcp::maxConnections)),
        duration(tcp.flatMap(ConnectionPool.Tcp::connectTimeout)),
        number(http.flatMap(ConnectionPool.Http::http1MaxPendingRequests)),
        number(http.flatMap(ConnectionPool.Http::http2MaxRequests)),
        number(http.flatMap(ConnectionPool.Http::maxRetries)),
        small(http.flatMap(ConnectionPool.Http::maxRequestsPerConnection)),
        duration(http.flatMap(ConnectionPool.Http::idleTimeout))
            .or(() -> duration(tcp.flatMap(ConnectionPool.Tcp::idleTimeout))));
  }

  /// The older `consecutiveErrors` counts where the newer fields are silent.
  private static Ejection ejection(OutlierDetection it) {
    return new Ejection(
        small(it.consecutive5xxErrors().or(it::consecutiveErrors)),
        small(it.consecutiveGatewayErrors()),
        it.splitExternalLocalOriginErrors().filter(At::value).isPresent()
            ? OptionalInt.of(
                it.consecutiveLocalOriginFailures().map(at -> at.value().intValue()).orElse(5))
            : OptionalInt.empty(),
        duration(it.interval()),
        duration(it.baseEjectionTime()),
        small(it.maxEjectionPercent()),
        small(it.minHealthPercent()));
  }

  private static boolean isOwn(Tls tls) {
    return tls.mode()
        .filter(it -> it.value() == Mode.SIMPLE || it.value() == Mode.MUTUAL)
        .isPresent();
  }

  private static OwnTls certificates(Tls it) {
    return new OwnTls(
        it.mode().filter(at -> at.value() == Mode.MUTUAL).isPresent(),
        text(it.clientCertificate()),
        text(it.privateKey()),
        text(it.caCertificates()),
        it.subjectAltNames().stream().map(At::value).toList(),
        text(it.sni()),
        text(it.credentialName()),
        it.insecureSkipVerify().filter(At::value).isPresent());
  }

  private static Optional<Hash> hash(LoadBalancer.ConsistentHash it) {
    Optional<Hash> header = it.httpHeaderName().map(at -> new Hash.Header(at.value()));
    Optional<Hash> query = it.httpQueryParameterName().map(at -> new Hash.Query(at.value()));
    Optional<Hash> cookie =
        it.httpCookie()
            .flatMap(at ->
                at.name()
                    .map(name ->
                        new Hash.Cookie(
                            name.value(), duration(at.ttl()), at.path().map(At::value))));
    Optional<Hash> address = it.useSourceIp().filter(At::value).map(_ -> new Hash.SourceAddress());
    return header.or(() -> query).or(() -> cookie).or(() -> address);
  }

  private static String text(Optional<At<String>> written) {
    return written.map(At::value).orElse("");
  }

  private static Optional<Duration> duration(Optional<At<String>> text) {
    return text.flatMap(it -> GoDuration.parse(it.value()));
  }

  private static OptionalLong number(Optional<At<Long>> written) {
    return written.isPresent() ? OptionalLong.of(written.get().value()) : OptionalLong.empty();
  }

  private static OptionalInt small(Optional<At<Long>> written) {
    return written.isPresent()
        ? OptionalInt.of(written.get().value().intValue())
        : OptionalInt.empty();
  }
}
