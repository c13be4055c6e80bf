package io.meshc.normalize.linkerd;

import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.model.ServiceName;
import io.meshc.model.server.Ports;
import io.meshc.model.server.ServiceReading;
import io.meshc.model.server.ServiceReading.Kind;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How clients read the ports of Services: by `appProtocol`, else by the ports that the Service, its namespace or else Linkerd says
/// are not to be looked into.
///
/// Source: linkerd.io, "Protocol Detection"; linkerd/linkerd2, policy-controller/k8s/index/src/outbound/index.rs.
final class NormalizeReadings {
  private NormalizeReadings() {}

  static List<ServiceReading> all(Resources resources, Ports byDefault) {
    Map<String, Map<String, At<String>>> namespaces = new HashMap<>();
    for (NamespaceObject it : resources.of(NamespaceObject.class)) {
      namespaces.put(it.meta().name(), it.meta().annotations());
    }
    var all = new ArrayList<ServiceReading>();
    for (ServiceObject service : resources.of(ServiceObject.class)) {
      Map<String, At<String>> around =
          namespaces.getOrDefault(service.meta().namespace(), Map.of());
      Ports opaque =
          NormalizeSettings.ports(
              Annotations.OPAQUE, service.meta().annotations(), around, byDefault);
      for (ServiceObject.Port port : service.ports()) {
        of(service, port, opaque).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<ServiceReading> of(
      ServiceObject service, ServiceObject.Port port, Ports opaque) {
    if (port.appProtocol().isPresent()) {
      At<String> said = port.appProtocol().get();
      return Optional.of(
          reading(service, port, kind(said.value()), "`appProtocol` is `" + said.value() + "`"));
    }
    return opaque.holds(port.number().value())
        ? Optional.of(reading(service, port, Kind.OPAQUE, "the port is opaque"))
        : Optional.empty();
  }

  /// Whatever Linkerd does not know, it does not look into.
  static Kind kind(String appProtocol) {
    return switch (appProtocol) {
      case "http" -> Kind.HTTP;
      case "kubernetes.io/h2c" -> Kind.HTTP2;
      default -> Kind.OPAQUE;
    };
  }

  private static ServiceReading reading(
      ServiceObject service, ServiceObject.Port port, Kind kind, String because) {
    return new ServiceReading(
        LinkerdPlane.ID,
        new ServiceName(service.meta().namespace(), service.meta().name()),
        port.number().value(),
        kind,
        because,
        port.origin());
  }
}
