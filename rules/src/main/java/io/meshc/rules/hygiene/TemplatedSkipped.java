package io.meshc.rules.hygiene;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A document is a template and is not checked. Page, examples, tests: TemplatedSkipped.md, beside this file.
public final class TemplatedSkipped implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC5004", "templated-skipped", Category.HYGIENE, Severity.INFO, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.TEMPLATED);
  }
}
