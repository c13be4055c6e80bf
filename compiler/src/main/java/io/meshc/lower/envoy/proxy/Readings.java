package io.meshc.lower.envoy.proxy;

import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Service;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.model.server.Profile;
import io.meshc.model.server.ServiceReading;
import java.util.Optional;
import java.util.OptionalInt;

/// How the proxy of a client reads what is sent to a port: as the Service says it, or, where proxies go by tables, as these do.
public final class Readings {
  private Readings() {}

  public static Protocol of(Service service, ServicePort port, View view) {
    Plane plane = view.proxy().plane();
    if (plane.addressing() != Plane.Addressing.TABLE) {
      return port.protocol();
    }
    Fleet fleet = view.fleet();
    boolean opaque =
        fleet
            .lookup()
            .servers()
            .profile(service.name(), view.namespace())
            .filter((Profile it) -> it.opaque().holds(port.number()))
            .isPresent();
    Optional<ServiceReading> said = fleet.lookup().servers().reading(service.name(), port.number());
    if (opaque || said.filter(it -> it.kind() == ServiceReading.Kind.OPAQUE).isPresent()) {
      return Protocol.TCP;
    }
    boolean http = said.isPresent() || takesHttpAlone(service, port, plane, fleet);
    return http ? Protocol.HTTP : Protocol.SNIFFED;
  }

  /// Nobody misses connections to a port whose servers take nothing but HTTP.
  private static boolean takesHttpAlone(
      Service service, ServicePort port, Plane plane, Fleet fleet) {
    return !service.endpoints().isEmpty()
        && service.endpoints().stream().allMatch(it -> isHttp(it, service, port, plane, fleet));
  }

  private static boolean isHttp(
      Workload server, Service service, ServicePort port, Plane plane, Fleet fleet) {
    OptionalInt at = service.headless() ? OptionalInt.of(port.number()) : port.at(server);
    return at.isPresent()
        && fleet.plane(server).filter(it -> it.id().equals(plane.id())).isPresent()
        && !fleet.past().isPast(server, plane, at.getAsInt())
        && Sentry.at(server, plane, at.getAsInt(), fleet)
            .filter(it -> it.protocol() == Protocol.HTTP)
            .isPresent();
  }
}
