package io.meshc.dialect.kubernetes;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.source.At;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Document → Service.
public final class ParseService {
  private ParseService() {}

  public static Outcome<ServiceObject> parse(
      Document document, Header header, String defaultNamespace) {
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    Meta meta = header.meta(top, defaultNamespace, problems);
    ServiceObject service =
        top.required("spec", top::object)
            .map(spec -> service(meta, spec, problems))
            .orElseGet(() ->
                new ServiceObject(
                    meta,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    List.of()));
    top.ignoreRest();
    return new Outcome<>(service, problems);
  }

  private static ServiceObject service(Meta meta, Fields spec, List<Problem> problems) {
    var ports = new ArrayList<ServiceObject.Port>();
    for (Fields port : spec.objects("ports")) {
      port(port, problems).ifPresent(ports::add);
    }
    var service =
        new ServiceObject(
            meta,
            spec.string("type"),
            spec.string("clusterIP"),
            spec.string("externalName"),
            spec.stringMap("selector"),
            ports);
    spec.ignoreRest();
    return service;
  }

  private static Optional<ServiceObject.Port> port(Fields port, List<Problem> problems) {
    Optional<At<Integer>> number =
        port.required("port", port::integer).filter(it -> PortName.isPort(it, problems));
    Optional<At<String>> name = port.string("name");
    Optional<At<String>> protocol = port.string("protocol");
    Optional<At<String>> appProtocol = port.string("appProtocol");
    Optional<At<PortName>> target = PortName.read(port, "targetPort", problems);
    port.ignoreRest();
    return number.map(
        it -> new ServiceObject.Port(it, name, protocol, appProtocol, target, port.origin("port")));
  }
}
