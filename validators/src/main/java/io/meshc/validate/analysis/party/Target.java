package io.meshc.validate.analysis.party;

import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Service;
import io.meshc.model.Service.Address;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.source.Origin;
import java.util.Optional;
import java.util.OptionalInt;

/// One port of one Service. An implied Service has every port.
///
/// @param declared absent for a port that nobody wrote
public record Target(Service service, int port, Optional<ServicePort> declared) {

  public static Optional<Target> of(Service service, int port) {
    Optional<ServicePort> declared = service.port(port);
    return declared.isPresent() || service.implied()
        ? Optional.of(new Target(service, port, declared))
        : Optional.empty();
  }

  /// As [#of], and every port of a headless Service, whose clients call the Pods themselves, unless the client's proxy lets
  /// nothing through that it does not know.
  public static Optional<Target> called(Service service, int port, Plane.Egress egress) {
    boolean any = service.headless() && egress != Plane.Egress.CLOSED;
    return of(service, port)
        .or(() ->
            any ? Optional.of(new Target(service, port, Optional.empty())) : Optional.empty());
  }

  /// How proxies read what is sent to it. Empty where a raw connection meets a port that is read as HTTP.
  public Optional<Protocol> readAs(boolean http) {
    Protocol sent = http ? Protocol.HTTP : Protocol.TCP;
    return switch (declared.map(ServicePort::protocol).orElse(Protocol.SNIFFED)) {
      case SNIFFED -> Optional.of(sent);
      case TCP -> Optional.of(Protocol.TCP);
      case HTTP -> http ? Optional.of(Protocol.HTTP) : Optional.empty();
    };
  }

  /// At which port of a workload it arrives. What is sent to the address of a Pod stays at the port that was called, whatever
  /// `targetPort` says: no proxy of the cluster stands between (kubernetes.io, "Headless Services").
  public OptionalInt at(Workload workload) {
    if (service.headless()) {
      return OptionalInt.of(port);
    }
    return declared.map(it -> it.at(workload)).orElse(OptionalInt.of(port));
  }

  /// Whether an endpoint that is only an address takes what is sent here. Behind a headless Service it takes it itself.
  public boolean isTakenBy(Address address) {
    return service.headless() || declared.map(address::takes).orElse(true);
  }

  public Origin origin() {
    return declared.map(ServicePort::origin).orElse(service.origin());
  }
}
