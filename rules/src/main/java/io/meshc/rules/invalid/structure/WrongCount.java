package io.meshc.rules.invalid.structure;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A list or mapping with too few or too many entries. Page, examples, tests: WrongCount.md, beside this file.
public final class WrongCount implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0046", "wrong-count", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.WRONG_COUNT);
  }
}
