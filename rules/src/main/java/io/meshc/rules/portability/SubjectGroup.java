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

  /// One finding for each object: who writes the field writes it everywhere.
  @Override
  public Stream<Finding> check(TrafficTarget target, Checked input) {
    List<At<String>> groups =
        Stream.concat(target.destination().stream(), target.sources().stream())
            .flatMap(it -> it.value().group().stream())
            .toList();
    return groups.isEmpty() ? Stream.empty() : Stream.of(said(target, groups));
  }

  private Finding said(TrafficTarget target, List<At<String>> groups) {
    Finding finding =
        at(
            groups.getFirst().origin(),
            target.meta().id(),
            "the CRD of v1alpha4 has no `group`: servers drop it, or refuse the object");
    for (At<String> it : groups.subList(1, groups.size())) {
      finding = finding.because(it.origin(), "and here");
    }
    return finding;
  }
}
