package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Reference;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ReferenceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;
import java.util.stream.Stream;

/// A policy of Linkerd is about something that is not there. Page, examples, tests: MissingPolicyTarget.md, beside this file.
public final class MissingPolicyTarget implements ReferenceRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC3602", "missing-policy-target", Category.REFERENCE, Severity.WARNING, "0.1");
  }

  private static final Set<String> KINDS = Set.of("Server", "HTTPRoute", "GRPCRoute");

  @Override
  public Stream<Finding> check(Reference reference, Checked input) {
    boolean dangles =
        reference.role().equals("target")
            && reference.from().group().equals("policy.linkerd.io")
            && KINDS.contains(reference.to().kind())
            && reference.state() == Reference.State.MISSING;
    return dangles
        ? Stream.of(
            at(
                reference.origin(),
                reference.from(),
                "`"
                    + reference.from().label()
                    + "` is about `"
                    + reference.to().label()
                    + "`, which is not there"))
        : Stream.empty();
  }
}
