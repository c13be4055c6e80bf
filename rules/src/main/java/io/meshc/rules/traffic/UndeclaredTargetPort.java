package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Service;
import io.meshc.model.ServicePort;
import io.meshc.model.ServicePort.Target;
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
    return switch (port.target()) {
      case Target.Named(String name) ->
          service.endpoints().stream().allMatch(it -> port.at(it).isEmpty())
              ? Stream.of(
                  said(
                      service,
                      port,
                      "port %d of Service `%s` leads to `%s`, which none of its workloads declares"
                          .formatted(port.number(), service.name().name(), name)))
              : Stream.empty();
      case Target.Number(int number) ->
          service.endpoints().stream()
                  .allMatch(it ->
                      !it.ports().isEmpty()
                          && it.ports().stream().noneMatch(p -> p.number() == number))
              ? Stream.of(
                  said(
                          service,
                          port,
                          "port %d of Service `%s` leads to %d, and its workloads declare other ports"
                              .formatted(port.number(), service.name().name(), number))
                      .as(Severity.INFO))
              : Stream.empty();
    };
  }

  private Finding said(Service service, ServicePort port, String message) {
    var id = new ResourceId("", "Service", service.name().namespace(), service.name().name());
    return at(port.origin(), id, message);
  }
}
