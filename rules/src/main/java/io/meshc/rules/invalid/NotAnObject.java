package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A document says neither what kind of object it is nor how to read it. Page, examples, tests: NotAnObject.md, beside this file.
public final class NotAnObject implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0003", "not-an-object", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.NOT_AN_OBJECT);
  }
}
