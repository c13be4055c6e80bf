package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// Two objects of one identity that say different things: the one applied last wins. Page, examples, tests: DuplicateObject.md, beside this file.
public final class DuplicateObject implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0010", "duplicate-object", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.DUPLICATE_OBJECT);
  }
}
