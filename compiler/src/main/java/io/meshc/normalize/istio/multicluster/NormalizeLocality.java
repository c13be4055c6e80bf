package io.meshc.normalize.istio.multicluster;

import io.meshc.dialect.istio.routing.LoadBalancer;
import io.meshc.dialect.istio.routing.LoadBalancer.Distribute;
import io.meshc.dialect.istio.routing.TrafficPolicy;
import io.meshc.model.BackendPolicy.Spreading;
import io.meshc.model.cluster.Locality;
import io.meshc.source.At;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `localityLbSetting` and `outlierDetection` → which endpoints are taken first.
///
/// Source: istio.io, "Locality Load Balancing".
public final class NormalizeLocality {
  private NormalizeLocality() {}

  /// Where `enabled` is not said, it is on.
  public static Locality of(LoadBalancer.Locality source) {
    var failover = new HashMap<String, String>();
    source
        .failover()
        .forEach(it ->
            it.from()
                .ifPresent(from ->
                    it.to().ifPresent(to -> failover.putIfAbsent(from.value(), to.value()))));
    return new Locality(
        source.enabled().map(At::value).orElse(true),
        source.distribute().stream().map(NormalizeLocality::shares).toList(),
        failover,
        source.failoverPriority().stream().map(At::value).toList(),
        source.origin());
  }

  private static Locality.Shares shares(Distribute source) {
    var to = new HashMap<String, Long>();
    source.to().forEach((place, share) -> to.put(place, share.value()));
    return new Locality.Shares(source.from().map(At::value).orElse("*"), to);
  }

  /// @param narrow of a subset, which goes before
  public static Spreading of(Optional<TrafficPolicy> wide, Optional<TrafficPolicy> narrow) {
    var ports = new HashMap<Integer, Spreading>();
    for (Optional<TrafficPolicy> policy : List.of(wide, narrow)) {
      for (var port : policy.map(TrafficPolicy::portLevelSettings).orElse(List.of())) {
        port.port()
            .flatMap(it -> it.number())
            .ifPresent(it ->
                ports.put(
                    it.value().intValue(),
                    new Spreading(
                        port.outlierDetection().isPresent(),
                        locality(port.loadBalancer()),
                        Map.of())));
      }
    }
    boolean ejects =
        narrow
            .flatMap(TrafficPolicy::outlierDetection)
            .or(() -> wide.flatMap(TrafficPolicy::outlierDetection))
            .isPresent();
    return new Spreading(
        ejects,
        locality(narrow.flatMap(TrafficPolicy::loadBalancer))
            .or(() -> locality(wide.flatMap(TrafficPolicy::loadBalancer))),
        ports);
  }

  private static Optional<Locality> locality(Optional<LoadBalancer> balancer) {
    return balancer.flatMap(LoadBalancer::localityLbSetting).map(NormalizeLocality::of);
  }
}
