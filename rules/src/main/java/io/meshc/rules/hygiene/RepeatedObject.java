package io.meshc.rules.hygiene;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// The same object twice, to the letter. Page, examples, tests: RepeatedObject.md, beside this file.
public final class RepeatedObject implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC5003", "repeated-object", Category.HYGIENE, Severity.INFO, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.REPEATED_OBJECT);
  }
}
