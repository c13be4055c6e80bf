package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A version of a known kind that no server has. Page, examples, tests: UnknownKind.md, beside this file.
public final class UnknownKind implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0009", "unknown-kind", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.UNKNOWN_KIND);
  }
}
