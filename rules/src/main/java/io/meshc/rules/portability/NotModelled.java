package io.meshc.rules.portability;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A field that is understood, but whose effect the neutral model does not carry. Page, examples, tests: NotModelled.md, beside this file.
public final class NotModelled implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC4002", "not-modelled", Category.PORTABILITY, Severity.WARNING, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.NOT_MODELLED, Problem.Kind.NOT_CARRIED);
  }

  /// What a mesh reports of itself, and what no decision depends on, makes nothing unknown.
  @Override
  public Finding finding(Problem problem) {
    Finding finding = InputRule.super.finding(problem);
    boolean isMetrics =
        problem.resource().map(it -> it.group().equals(SmiGroups.METRICS)).orElse(false);
    return isMetrics || problem.kind() == Problem.Kind.NOT_CARRIED
        ? finding.as(Severity.INFO)
        : finding;
  }
}
