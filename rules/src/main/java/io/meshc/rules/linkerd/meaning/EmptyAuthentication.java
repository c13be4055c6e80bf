package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.linkerd.policy.AuthorizationPolicy;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// An AuthorizationPolicy requires nothing, and so lets everybody in. Page, examples, tests: EmptyAuthentication.md, beside this file.
public final class EmptyAuthentication implements ResourceRule<AuthorizationPolicy> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1601", "empty-authentication", Category.SECURITY, Severity.ERROR, "0.1");
  }

  @Override
  public Class<AuthorizationPolicy> reads() {
    return AuthorizationPolicy.class;
  }

  @Override
  public Stream<Finding> check(AuthorizationPolicy policy, Checked input) {
    if (!policy.requiredAuthenticationRefs().isEmpty() || !policy.legible()) {
      return Stream.empty();
    }
    String message =
        "authorization policy `"
            + policy.meta().name()
            + "` requires nothing, and lets everybody in";
    return Stream.of(
        at(policy.meta().origin(), policy.meta().id(), message)
            .help("name an authentication, or delete the policy to let nobody in by it"));
  }
}
