package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A regular expression that the proxies refuse. No server looks at it before they do. Page, examples, tests: InvalidRegex.md, beside this file.
public final class InvalidRegex implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0007", "invalid-regex", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.INVALID_REGEX);
  }
}
