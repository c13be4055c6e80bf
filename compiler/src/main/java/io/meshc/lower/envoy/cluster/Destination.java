package io.meshc.lower.envoy.cluster;

import io.meshc.model.Service;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import java.util.Optional;
import java.util.OptionalInt;

/// One port of one Service, or of a part of it.
///
/// @param declared absent for a port that nobody wrote
/// @param subset `""` for all endpoints
public record Destination(
    Service service, int port, Optional<ServicePort> declared, String subset) {

  /// Empty where the Service has no such port.
  public static Optional<Destination> of(Service service, int port, String subset) {
    Optional<ServicePort> declared = service.port(port);
    return declared.isPresent() || service.implied()
        ? Optional.of(new Destination(service, port, declared, subset))
        : Optional.empty();
  }

  /// `outbound|80||web.shop.svc.cluster.local`
  public String cluster(String clusterDomain) {
    return "outbound|" + port + "|" + subset + "|" + service.name().host(clusterDomain);
  }

  /// Where it arrives at a workload: a headless Service leads to the port that is called.
  OptionalInt at(Workload workload) {
    return service.headless() || declared.isEmpty()
        ? OptionalInt.of(port)
        : declared.get().at(workload);
  }
}
