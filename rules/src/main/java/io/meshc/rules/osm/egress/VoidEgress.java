package io.meshc.rules.osm.egress;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.config.MeshConfig;
import io.meshc.dialect.osm.policy.Egress;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// An Egress is without effect, because everything is let out. Page, examples, tests: VoidEgress.md, beside this file.
public final class VoidEgress implements ResourceRule<Egress> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2700", "void-egress", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Class<Egress> reads() {
    return Egress.class;
  }

  @Override
  public Stream<Finding> check(Egress egress, Checked input) {
    return input.resources(MeshConfig.class).stream()
        .filter(MeshConfig::isRead)
        .flatMap(it -> it.egress().stream())
        .filter(At::value)
        .limit(1)
        .map(it ->
            at(
                    egress.meta().origin(),
                    egress.meta().id(),
                    "it is without effect: every host outside of the mesh is within reach")
                .because(it.origin(), "because of this"));
  }
}
