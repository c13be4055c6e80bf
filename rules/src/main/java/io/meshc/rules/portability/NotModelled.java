package io.meshc.rules.portability;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  @Override
  public Stream<Finding> findings(Checked input) {
    return Stream.concat(
        input.problems(Problem.Kind.NOT_MODELLED).stream().map(this::finding),
        notCarried(input.problems(Problem.Kind.NOT_CARRIED)));
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

  /// Each field of each kind once, whatever item of a list has it, and at its first place: a thousand timeouts are one thing to know.
  private Stream<Finding> notCarried(List<Problem> problems) {
    Map<String, List<Problem>> alike = new TreeMap<>();
    Pattern items = Pattern.compile("\\[[0-9]+]");
    for (Problem it : problems) {
      String kind = it.resource().map(ResourceId::kind).orElse("");
      String field = items.matcher(it.message()).replaceAll("[]");
      alike.computeIfAbsent(kind + " " + field, _ -> new ArrayList<>()).add(it);
    }
    return alike.values().stream().map(this::once);
  }

  private Finding once(List<Problem> alike) {
    Problem first = alike.getFirst();
    for (Problem it : alike) {
      first = it.origin().compareTo(first.origin()) < 0 ? it : first;
    }
    int others = alike.size() - 1;
    Finding finding = finding(first);
    return others == 0
        ? finding
        : finding.help("so it is in " + others + (others == 1 ? " other place" : " other places"));
  }
}
