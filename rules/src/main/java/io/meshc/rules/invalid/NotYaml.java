package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// The text is not YAML. Page, examples, tests: NotYaml.md, beside this file.
public final class NotYaml implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0001", "not-yaml", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.NOT_YAML);
  }
}
