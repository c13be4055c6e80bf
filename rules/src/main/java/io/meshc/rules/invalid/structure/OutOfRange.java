package io.meshc.rules.invalid.structure;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A number below or above what the field takes. Page, examples, tests: OutOfRange.md, beside this file.
public final class OutOfRange implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0042", "out-of-range", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.OUT_OF_RANGE);
  }
}
