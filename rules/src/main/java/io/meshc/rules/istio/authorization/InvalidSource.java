package io.meshc.rules.istio.authorization;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.rules.istio.Findings;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A rule names clients that cannot be. Page, examples, tests: InvalidSource.md, beside this file.
public final class InvalidSource implements ResourceRule<AuthorizationPolicy> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0302", "invalid-source", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<AuthorizationPolicy> reads() {
    return AuthorizationPolicy.class;
  }

  @Override
  public Stream<Finding> check(AuthorizationPolicy it, Checked input) {
    var found = new Findings(this, it);
    for (AuthorizationPolicy.Rule rule : it.rules()) {
      for (AuthorizationPolicy.From from : rule.from()) {
        from.source().ifPresent(source -> check(source, found));
      }
    }
    return found.stream();
  }

  private static void check(AuthorizationPolicy.Source source, Findings found) {
    List<List<At<String>>> texts =
        List.of(
            source.principals(),
            source.notPrincipals(),
            source.requestPrincipals(),
            source.notRequestPrincipals(),
            source.namespaces(),
            source.notNamespaces(),
            source.trustDomains(),
            source.notTrustDomains(),
            source.ipBlocks(),
            source.notIpBlocks(),
            source.remoteIpBlocks(),
            source.notRemoteIpBlocks());
    texts.forEach(list -> ValueText.notEmpty(list, found));
    List.of(
            source.ipBlocks(),
            source.notIpBlocks(),
            source.remoteIpBlocks(),
            source.notRemoteIpBlocks())
        .forEach(list -> ValueText.addresses(list, found));
    source
        .trustDomains()
        .forEach(domain -> found.fault(domain, "no trust domain", domainFault(domain.value())));
    source
        .notTrustDomains()
        .forEach(domain -> found.fault(domain, "no trust domain", domainFault(domain.value())));
    accounts(source, found);
  }

  private static void accounts(AuthorizationPolicy.Source source, Findings found) {
    for (List<At<String>> accounts :
        List.of(source.serviceAccounts(), source.notServiceAccounts())) {
      ValueText.accounts(accounts, found);
      boolean others =
          !source.principals().isEmpty()
              || !source.notPrincipals().isEmpty()
              || !source.namespaces().isEmpty()
              || !source.notNamespaces().isEmpty();
      if (!accounts.isEmpty() && others) {
        found.say(
            accounts.getFirst().origin(), "service accounts stand beside principals or namespaces");
      }
    }
  }

  /// One `*` at most, at an end.
  private static String domainFault(String domain) {
    int star = domain.indexOf('*');
    if (star != domain.lastIndexOf('*')) {
      return "it has more than one `*`";
    }
    if (star > 0 && star < domain.length() - 1) {
      return "`*` is not at an end of it";
    }
    return domain.indexOf('/') >= 0 ? "it has a `/`" : "";
  }
}
