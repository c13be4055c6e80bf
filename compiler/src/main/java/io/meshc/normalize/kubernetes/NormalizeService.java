package io.meshc.normalize.kubernetes;

import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.model.Service.Reach;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort.Target;
import io.meshc.normalize.Declarations.DeclaredEndpoint;
import io.meshc.normalize.Declarations.DeclaredPort;
import io.meshc.normalize.Declarations.DeclaredService;
import io.meshc.source.At;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Service → [DeclaredService].
final class NormalizeService {
  private NormalizeService() {}

  /// Empty for a Service without a name, which is a problem already.
  ///
  /// @param written what Endpoints and EndpointSlices say of it
  /// @param hidden what else may stand behind it
  static Optional<DeclaredService> normalize(
      ServiceObject service, List<DeclaredEndpoint> written, List<DeclaredEndpoint> hidden) {
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
                .map(it -> port(it, selector.isEmpty() ? written : List.of()))
                .toList(),
            reach(service),
            service.isExternalName()
                ? List.of()
                : Stream.concat(written.stream(), hidden.stream()).toList(),
            service.meta().origin()));
  }

  private static Reach reach(ServiceObject service) {
    if (service.isExternalName()) {
      return new Reach.Alias(service.externalName().map(At::value).orElse(""));
    }
    return service.isHeadless() ? new Reach.Each() : new Reach.Any();
  }

  /// @param written endpoints that say themselves at which port they listen: "targetPort" is for those of a selector
  private static DeclaredPort port(ServiceObject.Port port, List<DeclaredEndpoint> written) {
    String name = port.name().map(At::value).orElse("");
    Optional<Target> said =
        written.stream()
            .flatMap(it -> Optional.ofNullable(it.ports().get(name)).stream())
            .filter(it -> it != 0)
            .findFirst()
            .map(Target.Number::new);
    return new DeclaredPort(
        port.number().value(),
        name,
        port.appProtocol().map(At::value).orElse(""),
        said.orElseGet(() -> target(port)),
        port.origin());
  }

  private static Target target(ServiceObject.Port port) {
    return port.target()
        .map(it -> it.value().<Target>either(Target.Number::new, Target.Named::new))
        .orElseGet(() -> new Target.Number(port.number().value()));
  }
}
