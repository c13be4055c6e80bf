package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A TrafficTarget without rules grants nothing. Page, examples, tests: EmptyRules.md, beside this file.
public final class EmptyRules implements ResourceRule<TrafficTarget> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2007", "empty-rules", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Class<TrafficTarget> reads() {
    return TrafficTarget.class;
  }

  @Override
  public Stream<Finding> check(TrafficTarget target, Checked input) {
    if (!target.rules().isEmpty()) {
      return Stream.empty();
    }
    String message =
        "traffic target `" + target.meta().name() + "` has no rules and grants nothing";
    return Stream.of(at(target.meta().origin(), target.meta().id(), message));
  }
}
