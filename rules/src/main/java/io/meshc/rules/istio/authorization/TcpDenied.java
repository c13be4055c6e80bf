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

/// A rule about HTTP denies all of TCP. Page, examples, tests: TcpDenied.md, beside this file.
public final class TcpDenied implements ResourceRule<AuthorizationPolicy> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0305", "tcp-denied", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<AuthorizationPolicy> reads() {
    return AuthorizationPolicy.class;
  }

  @Override
  public Stream<Finding> check(AuthorizationPolicy it, Checked input) {
    var found = new Findings(this, it);
    if (it.effect() != AuthorizationPolicy.Action.DENY) {
      return Stream.empty();
    }
    for (AuthorizationPolicy.Rule rule : it.rules()) {
      boolean from = rule.from().stream().anyMatch(entry -> entry.source().isPresent());
      boolean to = rule.to().stream().anyMatch(entry -> entry.operation().isPresent());
      boolean tcpFrom =
          rule.from().stream()
              .anyMatch(entry -> entry.source().filter(TcpDenied::isOfTcp).isPresent());
      boolean tcpTo =
          rule.to().stream()
              .anyMatch(entry ->
                  entry
                      .operation()
                      .filter(operation ->
                          !operation.ports().isEmpty() || !operation.notPorts().isEmpty())
                      .isPresent());
      if (from && !to && !tcpFrom || to && !tcpTo) {
        found.say(
            rule.origin(),
            "the rule asks for nothing that a connection of TCP has: at ports of TCP it denies all",
            "name the `ports` that are meant");
      }
    }
    return found.stream();
  }

  /// What a connection shows without a request.
  private static boolean isOfTcp(AuthorizationPolicy.Source it) {
    return Stream.of(
            it.principals(),
            it.notPrincipals(),
            it.namespaces(),
            it.notNamespaces(),
            it.serviceAccounts(),
            it.notServiceAccounts(),
            it.trustDomains(),
            it.notTrustDomains(),
            it.ipBlocks(),
            it.notIpBlocks(),
            it.remoteIpBlocks(),
            it.notRemoteIpBlocks())
        .anyMatch(list -> !list.isEmpty());
  }
}
