package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.dialect.smi.TrafficTarget.Rule;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A rule names a route group but none of its matches: all of them to SMI, none to Open Service Mesh. Page, examples, tests: RuleWithoutMatches.md, beside this file.
public final class RuleWithoutMatches implements ResourceRule<TrafficTarget> {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2008", "rule-without-matches", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Class<TrafficTarget> reads() {
    return TrafficTarget.class;
  }

  @Override
  public Stream<Finding> check(TrafficTarget target, Checked input) {
    return target.rules().stream()
        .filter(it -> it.value().kind().value().equals("HTTPRouteGroup"))
        .filter(it -> it.value().matches().isEmpty())
        .map(it -> said(target, it));
  }

  private Finding said(TrafficTarget target, At<Rule> rule) {
    String message =
        "rule names no match of `%s`: SMI reads all of them, Open Service Mesh none"
            .formatted(rule.value().name().value());
    return at(rule.origin(), target.meta().id(), message).help("name the matches that are meant");
  }
}
