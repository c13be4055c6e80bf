package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A field that nothing reads: the API server drops it, and what it was to say is not said. Page, examples, tests: UnknownField.md, beside this file.
public final class UnknownField implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0004", "unknown-field", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.UNKNOWN_FIELD);
  }
}
