package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A value of the wrong type, or outside of what its field takes. Page, examples, tests: InvalidValue.md, beside this file.
public final class InvalidValue implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0006", "invalid-value", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.INVALID_VALUE);
  }
}
