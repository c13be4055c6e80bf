package io.meshc.rules.security;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.dialect.smi.TrafficTarget.Subject;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A TrafficTarget lets clients in at a destination of another namespace. Page, examples, tests: ForeignDestination.md, beside this file.
public final class ForeignDestination implements ResourceRule<TrafficTarget> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1002", "foreign-destination", Category.SECURITY, Severity.ERROR, "0.1");
  }

  @Override
  public Class<TrafficTarget> reads() {
    return TrafficTarget.class;
  }

  @Override
  public Stream<Finding> check(TrafficTarget target, Checked input) {
    return target.destination().map(At::value).flatMap(Subject::namespace).stream()
        .filter(it -> !it.value().equals(target.meta().namespace()))
        .map(it -> said(target, it));
  }

  private Finding said(TrafficTarget target, At<String> namespace) {
    String message =
        "destination is in namespace `%s`, the traffic target in `%s`"
            .formatted(namespace.value(), target.meta().namespace());
    return at(namespace.origin(), target.meta().id(), message)
        .help("move the TrafficTarget to namespace `" + namespace.value() + "`");
  }
}
