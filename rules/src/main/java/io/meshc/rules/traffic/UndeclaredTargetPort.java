package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Service;
import io.meshc.model.ServicePort;
import io.meshc.model.ServicePort.Target;
import io.meshc.model.Workload;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A Service leads to a port that none of its workloads declares. Page, examples, tests: UndeclaredTargetPort.md, beside this file.
public final class UndeclaredTargetPort implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2032", "undeclared-target-port", Category.TRAFFIC, Severity.WARNING, "0.2");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    return input.mesh().services().stream()
        .filter(it -> !it.implied() && !it.selector().isEmpty() && !it.endpoints().isEmpty())
        .flatMap(it -> it.ports().stream().flatMap(port -> check(it, port)));
  }

  private Stream<Finding> check(Service service, ServicePort port) {
    if (port.target() instanceof Target.Named(String name)) {
      return service.endpoints().stream().allMatch(it -> port.at(it).isEmpty())
          ? Stream.of(said(service, port, "`" + name + "`, which none of its workloads declares"))
          : Stream.empty();
    }
    if (service.endpoints().stream().anyMatch(it -> mayListen(it, port))) {
      return Stream.empty();
    }
    int number = port.at(service.endpoints().getFirst()).orElseThrow();
    return Stream.of(
        said(service, port, number + ", and its workloads declare other ports").as(Severity.INFO));
  }

  /// Whether a workload declares the number, or declares nothing at all.
  private static boolean mayListen(Workload workload, ServicePort port) {
    return workload.ports().isEmpty()
        || workload.ports().stream().anyMatch(it -> port.at(workload).orElse(0) == it.number());
  }

  private Finding said(Service service, ServicePort port, String where) {
    String message =
        "port %d of Service `%s` leads to %s"
            .formatted(port.number(), service.name().name(), where);
    var id = new ResourceId("", "Service", service.name().namespace(), service.name().name());
    return at(port.origin(), id, message);
  }
}
