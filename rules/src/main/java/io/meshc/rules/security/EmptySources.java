package io.meshc.rules.security;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A TrafficTarget names no source, which Open Service Mesh takes for anybody. Page, examples, tests: EmptySources.md, beside this file.
public final class EmptySources implements ResourceRule<TrafficTarget> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1001", "empty-sources", Category.SECURITY, Severity.ERROR, "0.1");
  }

  @Override
  public Class<TrafficTarget> reads() {
    return TrafficTarget.class;
  }

  @Override
  public Stream<Finding> check(TrafficTarget target, Checked input) {
    if (!target.sources().isEmpty()) {
      return Stream.empty();
    }
    String message =
        "traffic target `"
            + target.meta().name()
            + "` has no sources, and Open Service Mesh lets anybody in";
    return Stream.of(
        at(target.meta().origin(), target.meta().id(), message)
            .help("name the sources, or delete the TrafficTarget to let nobody in"));
  }
}
