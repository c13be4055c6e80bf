package io.meshc.rules.invalid.structure;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A CustomResourceDefinition that cannot be used, or only in part. Page, examples, tests: BrokenDefinition.md, beside this file.
public final class BrokenDefinition implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0051", "broken-definition", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.BROKEN_DEFINITION);
  }
}
