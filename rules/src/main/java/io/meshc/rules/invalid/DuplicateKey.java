package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// The same key twice in one mapping: one of the values is lost. Page, examples, tests: DuplicateKey.md, beside this file.
public final class DuplicateKey implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0008", "duplicate-key", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.DUPLICATE_KEY);
  }
}
