package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.server.RouteTable;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A route is attached to a Service or an EgressNetwork, and Linkerd leaves it out. Page, examples, tests: InertMeshRoute.md, beside this file.
public final class InertMeshRoute implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2608", "inert-mesh-route", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {

    return input.mesh().proxies().servers().tables().stream()
        .filter(it -> it.inert().isPresent())
        .map(this::said);
  }

  private Finding said(RouteTable table) {
    String because = table.inert().orElseThrow();
    return at(
        table.origin(),
        table.resource(),
        "Linkerd leaves route `" + table.resource().name() + "` out: " + because);
  }
}
