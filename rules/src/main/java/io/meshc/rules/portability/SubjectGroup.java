package io.meshc.rules.portability;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A subject of a TrafficTarget states its API group, for which the CRD has no field. Page, examples, tests: SubjectGroup.md, beside this file.
public final class SubjectGroup implements ResourceRule<TrafficTarget> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC4008", "subject-group", Category.PORTABILITY, Severity.INFO, "0.1");
  }

  @Override
  public Class<TrafficTarget> reads() {
    return TrafficTarget.class;
  }

  @Override
  public Stream<Finding> check(TrafficTarget target, Checked input) {
    List<At<String>> groups =
        Stream.concat(target.destination().stream(), target.sources().stream())
            .flatMap(it -> it.value().group().stream())
            .toList();
    return groups.stream().limit(1).map(it -> said(target, it, groups.size()));
  }

  private Finding said(TrafficTarget target, At<String> first, int subjects) {
    String more = subjects == 1 ? "" : ", here and in " + (subjects - 1) + " more subjects";
    return at(
        first.origin(),
        target.meta().id(),
        "the CRD of v1alpha4 has no `group`: servers drop it, or refuse the object" + more);
  }
}
