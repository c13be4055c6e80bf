package io.meshc.rules.invalid.structure;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A list with an item that is nothing. Page, examples, tests: NullValue.md, beside this file.
public final class NullValue implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0040", "null-value", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.NULL_VALUE);
  }
}
