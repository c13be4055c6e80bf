package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;
import java.util.stream.Stream;

/// A field that nothing reads: the API server drops it, and what it was to say is not said. Page, examples, tests: UnknownField.md, beside this file.
public final class UnknownField implements InputRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0004", "unknown-field", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.UNKNOWN_FIELD);
  }

  /// Those that say more than a name of another rule are left to it: a field of another version, and `matches` of a split.
  @Override
  public Stream<Finding> findings(Checked input) {
    return input.problems(Problem.Kind.UNKNOWN_FIELD).stream()
        .filter(it -> SmiVersions.instead(it, input).isEmpty() && !isSplitMatches(it))
        .map(this::finding);
  }

  /// The API server drops the field, but the webhooks of istiod and of Linkerd read strictly, and refuse the object.
  @Override
  public Finding finding(Problem problem) {
    Finding finding = InputRule.super.finding(problem);
    boolean strict = problem.resource().filter(UnknownField::isReadStrictly).isPresent();
    return strict ? finding.refusedByServer() : finding;
  }

  private static boolean isReadStrictly(ResourceId id) {
    return id.group().endsWith(".istio.io")
        || (id.group().equals("linkerd.io") && id.kind().equals("ServiceProfile"));
  }

  private static boolean isSplitMatches(Problem unread) {
    return unread.origin().path().equals("spec.matches")
        && unread.resource().filter(it -> it.group().equals(SmiGroups.SPLIT)).isPresent();
  }
}
