package io.meshc.rules.invalid.structure;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A rule of the cluster's own definition of the kind does not hold. Page, examples, tests: ViolatedRule.md, beside this file.
public final class ViolatedRule implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0049", "violated-rule", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.VIOLATED_RULE);
  }
}
