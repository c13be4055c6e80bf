package io.meshc.rules.portability;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A TrafficTarget states a port where later versions have none. Page, examples, tests: PortLost.md, beside this file.
public final class PortLost implements ResourceRule<TrafficTarget> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC4007", "port-lost", Category.PORTABILITY, Severity.WARNING, "0.1");
  }

  @Override
  public Class<TrafficTarget> reads() {
    return TrafficTarget.class;
  }

  /// Open Service Mesh does not serve these versions at all: version-not-served speaks of it.
  @Override
  public Stream<Finding> check(TrafficTarget target, Checked input) {
    return OpenServiceMesh.shown(input).isPresent()
        ? Stream.empty()
        : target.destination().stream()
            .flatMap(it -> it.value().port().stream())
            .filter(it -> it.value() > 0)
            .map(it -> said(target, it));
  }

  private Finding said(TrafficTarget target, At<Integer> port) {
    String message =
        "port "
            + port.value()
            + " is dropped where "
            + target.meta().version()
            + " is converted to a later version: every port is granted";
    return at(port.origin(), target.meta().id(), message)
        .help("write v1alpha3, with a TCPRoute of v1alpha4 that lists the port");
  }
}
