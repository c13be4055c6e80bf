package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A field that must be there is not. Page, examples, tests: MissingField.md, beside this file.
public final class MissingField implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0005", "missing-field", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.MISSING_FIELD);
  }
}
