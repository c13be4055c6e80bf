package io.meshc.rules.security;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Service;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// No TrafficTarget names the account behind a TCP port, and Open Service Mesh then puts no check at its server. Page, examples, tests: UncheckedTcpPort.md, beside this file.
public final class UncheckedTcpPort implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1010", "unchecked-tcp-port", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    return OpenServiceMesh.closed(input).stream()
        .flatMap(
            plane -> input.mesh().services().stream().flatMap(it -> onService(it, plane, input)));
  }

  private Stream<Finding> onService(Service service, Plane plane, Checked input) {
    List<ServicePort> ports =
        service.ports().stream().filter(it -> it.protocol() == Protocol.TCP).toList();
    if (ports.isEmpty()) {
      return Stream.empty();
    }
    return service.endpoints().stream()
        .filter(it -> it.membership().planeId().filter(plane.id()::equals).isPresent())
        .filter(it -> input.authorizationsAt(it).findAny().isEmpty())
        .limit(1)
        .flatMap(workload -> ports.stream().map(it -> said(service, it, workload)));
  }

  private Finding said(Service service, ServicePort port, Workload workload) {
    String message =
        "TCP port "
            + port.number()
            + " of service `"
            + service.name().name()
            + "` has no check at its server: no traffic target names `"
            + workload.identity().label()
            + "`";
    return at(
            port.origin(),
            new ResourceId("", "Service", service.name().namespace(), service.name().name()),
            message)
        .because(workload.origin(), "`" + workload.label() + "` runs as it")
        .help("write a TrafficTarget for the account, with a TCPRoute");
  }
}
