package io.meshc.validate.analysis;

import io.meshc.model.Protocol;
import io.meshc.model.Service;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.source.Origin;
import java.util.Optional;
import java.util.OptionalInt;

/// One port of one Service. An implied Service has every port.
///
/// @param declared absent for an implied Service
record Target(Service service, int port, Optional<ServicePort> declared) {

  static Optional<Target> of(Service service, int port) {
    Optional<ServicePort> declared = service.port(port);
    return declared.isPresent() || service.implied()
        ? Optional.of(new Target(service, port, declared))
        : Optional.empty();
  }

  /// How proxies read what is sent to it. Empty where a raw connection meets a port that is read as HTTP.
  Optional<Protocol> readAs(boolean http) {
    Protocol sent = http ? Protocol.HTTP : Protocol.TCP;
    return switch (declared.map(ServicePort::protocol).orElse(Protocol.SNIFFED)) {
      case SNIFFED -> Optional.of(sent);
      case TCP -> Optional.of(Protocol.TCP);
      case HTTP -> http ? Optional.of(Protocol.HTTP) : Optional.empty();
    };
  }

  OptionalInt at(Workload workload) {
    return declared.map(it -> it.at(workload)).orElse(OptionalInt.of(port));
  }

  Origin origin() {
    return declared.map(ServicePort::origin).orElse(service.origin());
  }
}
