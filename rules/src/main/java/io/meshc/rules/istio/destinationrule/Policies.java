package io.meshc.rules.istio.destinationrule;

import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.routing.ConnectionPool;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.LoadBalancer;
import io.meshc.dialect.istio.routing.TrafficPolicy;
import io.meshc.dialect.istio.routing.TrafficPolicy.OutlierDetection;
import io.meshc.dialect.istio.routing.TrafficPolicy.PortPolicy;
import io.meshc.dialect.istio.routing.TrafficPolicy.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The policies of a DestinationRule: that of the host, those of its subsets, and those of single ports in each.
final class Policies {
  private Policies() {}

  /// What a policy may say for all ports or for one.
  record Policy(
      Optional<LoadBalancer> loadBalancer,
      Optional<OutlierDetection> outlierDetection,
      Optional<Tls> tls) {}

  static List<TrafficPolicy> whole(DestinationRule rule) {
    var all = new ArrayList<TrafficPolicy>();
    rule.trafficPolicy().ifPresent(all::add);
    rule.subsets().forEach(it -> it.trafficPolicy().ifPresent(all::add));
    return all;
  }

  static List<Policy> of(DestinationRule rule) {
    var all = new ArrayList<Policy>();
    for (TrafficPolicy it : whole(rule)) {
      all.add(new Policy(it.loadBalancer(), it.outlierDetection(), it.tls()));
      for (PortPolicy port : it.portLevelSettings()) {
        all.add(new Policy(port.loadBalancer(), port.outlierDetection(), port.tls()));
      }
    }
    return all;
  }

  /// Those of a DestinationRule or of the listeners of a Sidecar.
  static List<ConnectionPool> pools(Resource resource) {
    var all = new ArrayList<ConnectionPool>();
    if (resource instanceof DestinationRule rule) {
      for (TrafficPolicy it : whole(rule)) {
        it.connectionPool().ifPresent(all::add);
        it.portLevelSettings().forEach(port -> port.connectionPool().ifPresent(all::add));
      }
    } else if (resource instanceof Sidecar sidecar) {
      sidecar.inboundConnectionPool().ifPresent(all::add);
      sidecar.ingress().forEach(it -> it.connectionPool().ifPresent(all::add));
    }
    return all;
  }
}
