package io.meshc.rules.istio.authorization;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A policy asks another for its decision, and not as it can. Page, examples, tests: InvalidCustomAction.md, beside this file.
public final class InvalidCustomAction implements ResourceRule<AuthorizationPolicy> {
  private static final Set<String> KEYS =
      Set.of("source.namespace", "source.serviceAccount", "source.trustDomain", "source.principal");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0300", "invalid-custom-action", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<AuthorizationPolicy> reads() {
    return AuthorizationPolicy.class;
  }

  @Override
  public Stream<Finding> check(AuthorizationPolicy it, Checked input) {
    var found = new Findings(this, it);
    if (it.effect() != AuthorizationPolicy.Action.CUSTOM) {
      it.provider()
          .ifPresent(provider ->
              found.say(
                  provider.origin(),
                  "there is a provider, and action `" + it.effect() + "` asks none"));
      return found.stream();
    }
    if (it.rules().isEmpty()) {
      found.say(
          it.meta().origin(),
          "action `CUSTOM` has no rules: the provider is never asked",
          "the rule `{}` is for every request");
    } else if (it.provider().isEmpty() || !Written.says(it.provider().get().name())) {
      found.say(
          it.provider().map(AuthorizationPolicy.Provider::origin).orElse(it.meta().origin()),
          "action `CUSTOM` names no provider");
    }
    for (AuthorizationPolicy.Rule rule : it.rules()) {
      rule.from().forEach(from -> from.source().ifPresent(source -> source(source, found)));
      for (AuthorizationPolicy.Condition condition : rule.when()) {
        String key = Written.text(condition.key());
        if (KEYS.contains(key) || key.startsWith("request.auth.")) {
          found.say(
              condition.key().get().origin(),
              "condition `" + key + "` is not supported with action `CUSTOM`");
        }
      }
    }
    return found.stream();
  }

  private static void source(AuthorizationPolicy.Source source, Findings found) {
    List<List<At<String>>> lists =
        List.of(
            source.namespaces(),
            source.notNamespaces(),
            source.serviceAccounts(),
            source.notServiceAccounts(),
            source.trustDomains(),
            source.notTrustDomains(),
            source.principals(),
            source.notPrincipals(),
            source.requestPrincipals(),
            source.notRequestPrincipals());
    for (List<At<String>> list : lists) {
      if (!list.isEmpty()) {
        found.say(
            list.getFirst().origin(),
            "identities are not supported with action `CUSTOM`: the provider is asked before they"
                + " are known");
      }
    }
  }
}
