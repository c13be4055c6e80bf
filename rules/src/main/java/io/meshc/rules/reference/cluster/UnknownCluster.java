package io.meshc.rules.reference.cluster;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Nearest;
import io.meshc.diag.Severity;
import io.meshc.model.cluster.Mirroring;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A Link leads to a cluster that the mesh does not have. Page, examples, tests: UnknownCluster.md, beside this file.
public final class UnknownCluster implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC3800", "unknown-cluster", Category.REFERENCE, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    List<String> others =
        input.lookup().clusters().names().stream()
            .filter(it -> !it.equals(input.lookup().cluster()))
            .toList();
    return others.isEmpty()
        ? Stream.empty()
        : input.mesh().beyond().mirrorings().stream()
            .filter(it -> !others.contains(it.cluster()))
            .map(it -> said(it, others));
  }

  private Finding said(Mirroring link, List<String> others) {
    String message = "the mesh has no other cluster `" + link.cluster() + "`";
    return at(link.origin(), link.resource(), message)
        .help(
            Nearest.to(link.cluster(), others)
                .map(it -> "did you mean `" + it + "`?")
                .orElse(
                    "`name` of a cluster of the mesh in the config file says what it is called"));
  }
}
