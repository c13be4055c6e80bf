package io.meshc.rules.security;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.rules.linkerd.Linkerd;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// TrafficTargets stand in a repo whose mesh does not read them. Page, examples, tests: UnenforcedTarget.md, beside this file.
public final class UnenforcedTarget implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1013", "unenforced-target", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    List<TrafficTarget> targets = input.resources(TrafficTarget.class);
    return targets.isEmpty()
        ? Stream.empty()
        : Linkerd.alone(input).stream().flatMap(by -> targets.stream().map(it -> said(it, by)));
  }

  private Finding said(TrafficTarget target, Origin by) {
    return at(
            target.meta().origin(),
            target.meta().id(),
            "Linkerd does not read traffic targets: nothing enforces `"
                + target.meta().name()
                + "`")
        .because(by, "this takes Pods into Linkerd")
        .help("say it with an AuthorizationPolicy of `policy.linkerd.io`");
  }
}
