package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.PodTemplate.Container;
import io.meshc.dialect.kubernetes.PodTemplate.Probe;
import io.meshc.dialect.kubernetes.PortName;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A probe names a port that its container does not declare. Page, examples, tests: ProbeWithoutPort.md, beside this file.
public final class ProbeWithoutPort implements ResourceRule<WorkloadObject> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2031", "probe-without-port", Category.TRAFFIC, Severity.ERROR, "0.2");
  }

  @Override
  public Class<WorkloadObject> reads() {
    return WorkloadObject.class;
  }

  @Override
  public Stream<Finding> check(WorkloadObject workload, Checked input) {
    return workload.pod().map(PodTemplate::containers).stream()
        .flatMap(it -> it.stream())
        .flatMap(it -> it.probes().stream().flatMap(probe -> check(probe, it, workload)));
  }

  private Stream<Finding> check(Probe probe, Container container, WorkloadObject workload) {
    if (container.portOf(probe).isPresent()
        || !(probe.port().value() instanceof PortName.Named(String name))) {
      return Stream.empty();
    }
    String message =
        "the %s probe calls port `%s`, which container `%s` does not declare"
            .formatted(probe.kind(), name, container.name());
    return Stream.of(at(probe.port().origin(), workload.meta().id(), message));
  }
}
