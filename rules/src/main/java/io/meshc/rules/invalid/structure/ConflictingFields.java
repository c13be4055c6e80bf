package io.meshc.rules.invalid.structure;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// Fields that exclude each other, or alternatives of which none is chosen. Page, examples, tests: ConflictingFields.md, beside this file.
public final class ConflictingFields implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0048", "conflicting-fields", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.CONFLICTING_FIELDS);
  }
}
