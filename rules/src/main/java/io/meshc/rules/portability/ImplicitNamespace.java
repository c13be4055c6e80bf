package io.meshc.rules.portability;

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

/// A subject of a TrafficTarget states no namespace, and meshes fill it in differently. Page, examples, tests: ImplicitNamespace.md, beside this file.
public final class ImplicitNamespace implements ResourceRule<TrafficTarget> {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC4003", "implicit-namespace", Category.PORTABILITY, Severity.WARNING, "0.1");
  }

  @Override
  public Class<TrafficTarget> reads() {
    return TrafficTarget.class;
  }

  @Override
  public Stream<Finding> check(TrafficTarget target, Checked input) {
    Stream<Finding> destination =
        target.destination().stream()
            .filter(ImplicitNamespace::isImplicit)
            .map(it -> said(target, it, "destination", "ignores this traffic target"));
    Stream<Finding> sources =
        target.sources().stream()
            .filter(ImplicitNamespace::isImplicit)
            .map(it -> said(target, it, "source", "lets nobody in for it"));
    return Stream.concat(destination, sources);
  }

  private static boolean isImplicit(At<Subject> subject) {
    return subject.value().namespace().isEmpty();
  }

  private Finding said(TrafficTarget target, At<Subject> subject, String what, String effect) {
    String message =
        "%s `%s` states no namespace, and Open Service Mesh %s"
            .formatted(what, subject.value().name().value(), effect);
    return at(subject.origin(), target.meta().id(), message)
        .help("others take it for `" + target.meta().namespace() + "`: write that");
  }
}
