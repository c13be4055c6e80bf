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

/// A TrafficTarget speaks of the account that everything runs as which names none. Page, examples, tests: DefaultAccount.md, beside this file.
public final class DefaultAccount implements ResourceRule<TrafficTarget> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1007", "default-account", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Class<TrafficTarget> reads() {
    return TrafficTarget.class;
  }

  @Override
  public Stream<Finding> check(TrafficTarget target, Checked input) {
    return Stream.concat(
        target.destination().stream().flatMap(it -> said(target, it, "destination")),
        target.sources().stream().flatMap(it -> said(target, it, "source")));
  }

  private Stream<Finding> said(TrafficTarget target, At<Subject> subject, String what) {
    Subject account = subject.value();
    if (!account.isServiceAccount() || !account.name().value().equals("default")) {
      return Stream.empty();
    }
    String namespace = account.namespace().map(At::value).orElse(target.meta().namespace());
    String message = what + " is everything in namespace `" + namespace + "` that names no account";
    return Stream.of(
        at(account.name().origin(), target.meta().id(), message)
            .help("give the workload that is meant an account of its own"));
  }
}
