package io.meshc.rules.security;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Authorization;
import io.meshc.model.Membership.Outside;
import io.meshc.model.Scope;
import io.meshc.model.Workload;
import io.meshc.validate.rule.AuthorizationRule;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A policy is about workloads at which no proxy stands, so nothing enforces it. Page, examples, tests: UnguardedDestination.md, beside this file.
public final class UnguardedDestination implements AuthorizationRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC1003", "unguarded-destination", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Authorization policy, Checked input) {
    if (!(policy.scope() instanceof Scope.OfAccount(var namespace, var account))) {
      return Stream.empty();
    }
    return input.lookup().workloadsOf(namespace, account).stream()
        .flatMap(it -> onWorkload(policy, it));
  }

  private Stream<Finding> onWorkload(Authorization policy, Workload workload) {
    if (!(workload.membership() instanceof Outside(var origin))) {
      return Stream.empty();
    }
    Finding finding =
        at(
            policy.origin(),
            policy.resource(),
            "%s `%s`, which runs as `%s`, is outside the mesh"
                .formatted(workload.id().kind(), workload.label(), workload.identity().label()));
    return Stream.of(
        origin.isWritten()
            ? finding.because(origin, "it is left out here")
            : finding.because(workload.origin(), "nothing in the repo takes it in"));
  }
}
