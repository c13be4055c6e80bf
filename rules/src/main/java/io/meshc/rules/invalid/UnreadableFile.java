package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A file could not be read, so what stands in it is not known. Page, examples, tests: UnreadableFile.md, beside this file.
public final class UnreadableFile implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0011", "unreadable-file", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.UNREADABLE);
  }
}
