package io.meshc.rules.invalid.structure;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A text with too few or too many characters. Page, examples, tests: WrongLength.md, beside this file.
public final class WrongLength implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0045", "wrong-length", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.WRONG_LENGTH);
  }
}
