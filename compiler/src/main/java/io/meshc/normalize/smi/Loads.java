package io.meshc.normalize.smi;

import io.meshc.dialect.Resources;
import io.meshc.dialect.osm.config.MeshConfig;
import io.meshc.dialect.osm.policy.Retry;
import io.meshc.dialect.osm.policy.Subject;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting.Connections;
import io.meshc.model.Scope;
import io.meshc.model.ServiceName;
import io.meshc.model.traffic.Handling.Bounds;
import io.meshc.model.traffic.Load;
import io.meshc.model.traffic.Treatment;
import io.meshc.normalize.GoDuration;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// How much clients of Open Service Mesh send at once, and what they try again where its feature is switched on.
///
/// Source: openservicemesh/osm, pkg/envoy/cds and pkg/envoy/rds/route.
final class Loads {
  private static final String RETRIES = "enableRetryPolicy";

  private Loads() {}

  static void in(Resources resources, Ledger ledger) {
    boolean retries =
        resources.of(MeshConfig.class).stream().anyMatch(it -> it.isRead() && it.isOn(RETRIES));
    if (retries) {
      resources.of(Retry.class).stream().flatMap(it -> load(it).stream()).forEach(ledger::add);
    }
    resources.of(UpstreamTrafficSetting.class).stream()
        .flatMap(it -> load(it).stream())
        .forEach(ledger::add);
  }

  private static Optional<Load> load(UpstreamTrafficSetting setting) {
    Optional<ServiceName> service = NormalizeSettings.service(setting);
    if (service.isEmpty() || setting.connections().isEmpty()) {
      return Optional.empty();
    }
    Connections connections = setting.connections().get();
    var load =
        new Load(
            setting.meta().id(),
            Control.PLANE,
            new Scope.Everywhere(),
            Set.of(service.get()),
            Optional.of(bounds(connections)),
            Optional.empty(),
            connections.origin());
    return Optional.of(load);
  }

  /// What is not written is without bounds.
  private static Bounds bounds(Connections connections) {
    var tcp = connections.tcp();
    var http = connections.http();
    return new Bounds(
        number(tcp.flatMap(UpstreamTrafficSetting.Tcp::maxConnections)),
        tcp.flatMap(UpstreamTrafficSetting.Tcp::connectTimeout).flatMap(Loads::time),
        number(http.flatMap(UpstreamTrafficSetting.Http::maxPendingRequests)),
        number(http.flatMap(UpstreamTrafficSetting.Http::maxRequests)),
        number(http.flatMap(UpstreamTrafficSetting.Http::maxRetries)),
        http.flatMap(UpstreamTrafficSetting.Http::maxRequestsPerConnection)
            .map(it -> OptionalInt.of(it.value()))
            .orElse(OptionalInt.empty()),
        Optional.empty());
  }

  private static OptionalLong number(Optional<At<Integer>> written) {
    return written.map(it -> OptionalLong.of(it.value())).orElse(OptionalLong.empty());
  }

  private static Optional<Load> load(Retry retry) {
    Optional<Scope> clients =
        retry.source().filter(it -> it.is("ServiceAccount")).flatMap(it -> account(retry, it));
    Set<ServiceName> services = new HashSet<>();
    retry.destinations().stream()
        .filter(it -> it.is("Service"))
        .flatMap(it -> service(retry, it))
        .forEach(services::add);
    if (clients.isEmpty() || services.isEmpty() || retry.policy().isEmpty()) {
      return Optional.empty();
    }
    var load =
        new Load(
            retry.meta().id(),
            Control.PLANE,
            clients.get(),
            services,
            Optional.empty(),
            retry.policy().map(Loads::tries),
            retry.meta().origin());
    return Optional.of(load);
  }

  private static Optional<Scope> account(Retry retry, Subject subject) {
    return subject.name().map(it -> new Scope.OfAccount(namespace(retry, subject), it.value()));
  }

  private static Stream<ServiceName> service(Retry retry, Subject subject) {
    return subject.name().stream()
        .map(it -> new ServiceName(namespace(retry, subject), it.value()));
  }

  private static String namespace(Retry retry, Subject subject) {
    return subject.namespace().map(At::value).orElse(retry.meta().namespace());
  }

  private static Treatment.Retry tries(Retry.Policy policy) {
    return new Treatment.Retry(
        policy.numRetries().map(At::value).orElse(1),
        policy.perTryTimeout().flatMap(Loads::time),
        policy.backoff().flatMap(Loads::time),
        policy.retryOn().map(it -> List.of(it.value().split("\\s*,\\s*"))).orElse(List.of()));
  }

  private static Optional<Duration> time(At<String> text) {
    return GoDuration.parse(text.value());
  }
}
