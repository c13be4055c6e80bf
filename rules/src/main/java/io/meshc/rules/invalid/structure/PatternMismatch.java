package io.meshc.rules.invalid.structure;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A text that the field's pattern does not match. Page, examples, tests: PatternMismatch.md, beside this file.
public final class PatternMismatch implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0043", "pattern-mismatch", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.PATTERN_MISMATCH);
  }
}
