package io.meshc.rules.invalid.structure;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A text that is no address, duration or date, where the field holds one. Page, examples, tests: FormatMismatch.md, beside this file.
public final class FormatMismatch implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0044", "format-mismatch", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.FORMAT_MISMATCH);
  }
}
