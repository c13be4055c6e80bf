package io.meshc.rules.istio.authorization;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.rules.istio.Findings;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A rule has a part that asks for nothing, or a policy denies nothing. Page, examples, tests: EmptyRulePart.md, beside this file.
public final class EmptyRulePart implements ResourceRule<AuthorizationPolicy> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0301", "empty-rule-part", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<AuthorizationPolicy> reads() {
    return AuthorizationPolicy.class;
  }

  @Override
  public Stream<Finding> check(AuthorizationPolicy it, Checked input) {
    var found = new Findings(this, it);
    if (it.effect() == AuthorizationPolicy.Action.DENY && it.rules().isEmpty()) {
      found.say(
          it.meta().origin(),
          "action `DENY` has no rules: nothing is denied",
          "the rule `{}` is for every request");
    }
    for (AuthorizationPolicy.Rule rule : it.rules()) {
      for (AuthorizationPolicy.From from : rule.from()) {
        if (from.source().isEmpty() || isEmpty(from.source().get())) {
          found.say(
              from.origin(),
              from.source().isEmpty()
                  ? "the entry of `from` has no `source`"
                  : "the source says nothing");
        }
      }
      for (AuthorizationPolicy.To to : rule.to()) {
        if (to.operation().isEmpty() || isEmpty(to.operation().get())) {
          found.say(
              to.origin(),
              to.operation().isEmpty()
                  ? "the entry of `to` has no `operation`"
                  : "the operation says nothing");
        }
      }
    }
    return found.stream();
  }

  private static boolean isEmpty(AuthorizationPolicy.Source it) {
    return it.principals().isEmpty()
        && it.notPrincipals().isEmpty()
        && it.requestPrincipals().isEmpty()
        && it.notRequestPrincipals().isEmpty()
        && it.namespaces().isEmpty()
        && it.notNamespaces().isEmpty()
        && it.serviceAccounts().isEmpty()
        && it.notServiceAccounts().isEmpty()
        && it.trustDomains().isEmpty()
        && it.notTrustDomains().isEmpty()
        && it.ipBlocks().isEmpty()
        && it.notIpBlocks().isEmpty()
        && it.remoteIpBlocks().isEmpty()
        && it.notRemoteIpBlocks().isEmpty();
  }

  private static boolean isEmpty(AuthorizationPolicy.Operation it) {
    return it.hosts().isEmpty()
        && it.notHosts().isEmpty()
        && it.ports().isEmpty()
        && it.notPorts().isEmpty()
        && it.methods().isEmpty()
        && it.notMethods().isEmpty()
        && it.paths().isEmpty()
        && it.notPaths().isEmpty();
  }
}
