package io.meshc.rules.invalid.structure;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// Two items of a list that must differ, and do not. Page, examples, tests: RepeatedItem.md, beside this file.
public final class RepeatedItem implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0047", "repeated-item", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.REPEATED_ITEM);
  }
}
