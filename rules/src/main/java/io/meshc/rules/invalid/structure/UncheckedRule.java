package io.meshc.rules.invalid.structure;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A rule of a definition that meshc cannot ask, or not of one state of a repository. Page, examples, tests: UncheckedRule.md, beside this file.
public final class UncheckedRule implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0050", "unchecked-rule", Category.INVALID, Severity.INFO, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.UNCHECKED_RULE);
  }
}
