package io.meshc.lower.istio;

import io.meshc.dialect.istio.PortNames;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Output;
import io.meshc.lower.Output.ObjectEdit;
import io.meshc.lower.Region;
import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Service;
import io.meshc.model.ServicePort;
import io.meshc.model.match.Match;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The protocol of a Service port → `appProtocol`, where Istio would read the port otherwise.
final class LowerPortProtocol {
  private LowerPortProtocol() {}

  static Lowered<Output> lower(Translation translation) {
    var edits = new ArrayList<ObjectEdit>();
    var losses = new ArrayList<Loss>();
    for (Plane plane : translation.planes()) {
      var namespaces = translation.namespaces(plane);
      for (Service service : translation.mesh().services()) {
        if (!service.implied() && namespaces.contains(service.name().namespace())) {
          lower(service, translation, edits, losses);
        }
      }
    }
    return new Lowered<>(Output.edits(edits), losses);
  }

  private static void lower(
      Service service, Translation translation, List<ObjectEdit> edits, List<Loss> losses) {
    boolean written = translation.isWritten(id(service));
    for (int i = 0; i < service.ports().size(); i++) {
      ServicePort port = service.ports().get(i);
      Protocol read = PortNames.READING.of(port.name(), port.appProtocol());
      if (read == port.protocol()) {
        continue;
      }
      switch (port.protocol()) {
        case HTTP, TCP -> {
          if (written) {
            edits.add(edit(service, port, i, port.protocol().label(), read));
          } else {
            losses.add(notWritten(service, port, read));
          }
        }
        case SNIFFED -> losses.add(notSniffed(service, port, read));
      }
    }
  }

  private static ObjectEdit edit(
      Service service, ServicePort port, int index, String protocol, Protocol read) {
    ResourceId id = id(service);
    String because =
        "port "
            + port.number()
            + " is read as "
            + protocol
            + ", and Istio would "
            + (read == Protocol.SNIFFED
                ? "guess from its first bytes"
                : "read it as " + read.label());
    return new ObjectEdit.Set(
        id, List.of("spec", "ports", place(port, index), "appProtocol"), protocol, because);
  }

  /// `[2]`, from the place in the document: ports that the model leaves out count there.
  private static String place(ServicePort port, int index) {
    String path = port.origin().path();
    int at = path.lastIndexOf('[');
    return at >= 0 && path.indexOf(']', at) > 0
        ? path.substring(at, path.indexOf(']', at) + 1)
        : "[" + index + "]";
  }

  private static ResourceId id(Service service) {
    return new ResourceId("", "Service", service.name().namespace(), service.name().name());
  }

  /// A controller makes the Service, so there is no text to edit.
  private static Loss notWritten(Service service, ServicePort port, Protocol read) {
    return readOtherwise(
        service,
        port,
        "`, which no file holds, is read as "
            + port.protocol().label()
            + ", and Istio reads it as ",
        read,
        "let its controller give the port the `appProtocol` " + port.protocol().label());
  }

  private static Loss notSniffed(Service service, ServicePort port, Protocol read) {
    return readOtherwise(
        service,
        port,
        "` takes HTTP and TCP, and Istio reads it as ",
        read,
        "rename the port, or remove its `appProtocol`");
  }

  private static Loss readOtherwise(
      Service service, ServicePort port, String what, Protocol read, String help) {
    return new Loss(
        port.origin(),
        Optional.empty(),
        Feature.PORT_PROTOCOL.label(),
        Effect.CHANGES_ROUTING,
        Region.to(service.name(), new Match.OnServicePort(port.number())),
        "port " + port.number() + " of Service `" + service.name().label() + what + read.label(),
        help);
  }
}
