package io.meshc.rules.hygiene;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.rule.SuppressionRule;
import io.meshc.validate.rule.suppression.Suppression;
import java.util.Optional;
import java.util.stream.Stream;

/// A suppression that takes nothing out. Page, examples, tests: UnusedSuppression.md, beside this file.
public final class UnusedSuppression implements SuppressionRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC5002", "unused-suppression", Category.HYGIENE, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Suppression unused, boolean known) {
    return Stream.of(at(unused.origin(), Optional.empty(), message(unused.word(), known)));
  }

  private static String message(String word, boolean known) {
    if (word.isEmpty()) {
      return "suppression names no rule";
    }
    return known
        ? "suppression of `" + word + "` takes nothing out"
        : "suppression names `" + word + "`, which is no rule";
  }
}
