package io.meshc.rules.gateway.status;

import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.Optional;

/// Services that routes and policies name, those included that a controller makes.
final class ServiceParents {
  private ServiceParents() {}

  static boolean isService(Part parent) {
    return parent.get("kind").is("Service")
        && parent.get("group").textOr(GatewayKinds.GROUP).isEmpty();
  }

  static ResourceId id(Part reference, Written of) {
    String namespace = reference.get("namespace").textOr(of.id().namespace());
    return new ResourceId("", "Service", namespace, reference.get("name").text());
  }

  static Presence presence(ResourceId id, Checked input) {
    return service(id, input).isPresent() ? Presence.FOUND : Presence.of(id, input);
  }

  /// Whether a Service that is there has no port of the number and the name that a reference states.
  static boolean lacksPort(Part reference, ResourceId id, Checked input) {
    Optional<Service> service = service(id, input).filter(it -> !it.ports().isEmpty());
    Part port = reference.get("port");
    Part name = reference.get("sectionName");
    if (service.isEmpty() || (!port.isThere() && !name.isThere())) {
      return false;
    }
    for (var it : service.get().ports()) {
      if ((!port.isThere() || it.number() == port.wholeOr(0))
          && (!name.isThere() || it.name().equals(name.text()))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Service> service(ResourceId id, Checked input) {
    return input.lookup().service(new ServiceName(id.namespace(), id.name()));
  }
}
