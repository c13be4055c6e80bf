package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// The bytes are not UTF-8 text, or more of it than any configuration has. Page, examples, tests: NotText.md, beside this file.
public final class NotText implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0002", "not-text", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.NOT_TEXT);
  }
}
