package io.meshc.normalize.kubernetes;

import io.meshc.dialect.kubernetes.PortName;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort.Target;
import io.meshc.normalize.Declarations.DeclaredPort;
import io.meshc.normalize.Declarations.DeclaredService;
import io.meshc.source.At;
import java.util.Map;
import java.util.Optional;

/// Service → [DeclaredService].
final class NormalizeService {
  private NormalizeService() {}

  /// Empty for a Service without a name, which is a problem already.
  static Optional<DeclaredService> normalize(ServiceObject service) {
    if (service.meta().name().isEmpty()) {
      return Optional.empty();
    }
    // The selector of an ExternalName Service is ignored by Kubernetes.
    Map<String, String> selector =
        service.isExternalName() ? Map.of() : Labels.of(service.selector());
    return Optional.of(
        new DeclaredService(
            new ServiceName(service.meta().namespace(), service.meta().name()),
            selector,
            // No mesh takes UDP or SCTP through its proxies, and their numbers may be those of TCP
            // ports.
            service.ports().stream()
                .filter(ServiceObject.Port::isTcp)
                .map(NormalizeService::port)
                .toList(),
            service.isHeadless(),
            service.meta().origin()));
  }

  private static DeclaredPort port(ServiceObject.Port port) {
    return new DeclaredPort(
        port.number().value(),
        port.name().map(At::value).orElse(""),
        port.appProtocol().map(At::value).orElse(""),
        target(port),
        port.origin());
  }

  private static Target target(ServiceObject.Port port) {
    return port.target()
        .<Target>map(it ->
            switch (it.value()) {
              case PortName.Number(int number) -> new Target.Number(number);
              case PortName.Named(String name) -> new Target.Named(name);
            })
        .orElseGet(() -> new Target.Number(port.number().value()));
  }
}
