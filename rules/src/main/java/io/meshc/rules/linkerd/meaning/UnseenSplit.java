package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Plane;
import io.meshc.model.Route;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A TrafficSplit beside Linkerd, which follows it by an extension alone. Page, examples, tests: UnseenSplit.md, beside this file.
public final class UnseenSplit implements MeshRule {
  private static final String GROUP = "split.smi-spec.io";

  @Override
  public RuleCard card() {
    return new RuleCard("MC2613", "unseen-split", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    boolean linkerd =
        input.mesh().planes().stream().anyMatch(it -> it.addressing() == Plane.Addressing.TABLE);
    return !linkerd
        ? Stream.empty()
        : input.mesh().routes().stream()
            .filter(it -> it.resource().group().equals(GROUP))
            .map(this::finding);
  }

  private Finding finding(Route split) {
    return at(
            split.origin(),
            split.resource(),
            "split `"
                + split.resource().name()
                + "` counts under Linkerd only where its extension for SMI runs")
        .help("an HTTPRoute with the Service as its parent shares out without an extension");
  }
}
