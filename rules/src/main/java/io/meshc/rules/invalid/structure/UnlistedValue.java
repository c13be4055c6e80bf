package io.meshc.rules.invalid.structure;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A value that is none of those that the field takes. Page, examples, tests: UnlistedValue.md, beside this file.
public final class UnlistedValue implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0041", "unlisted-value", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.UNLISTED_VALUE);
  }
}
