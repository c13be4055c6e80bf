package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.istio.Gap;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Rule;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Source;
import io.meshc.model.Authorization;
import io.meshc.model.Authorization.Effect;
import io.meshc.model.Extension;
import io.meshc.model.Scope;
import io.meshc.model.match.Match;
import io.meshc.normalize.Declarations.ImpliedAccount;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;

/// AuthorizationPolicy → authorization. AUDIT and dry runs decide nothing; CUSTOM asks a service that may deny.
///
/// Source: istio.io, "Authorization Policy".
record NormalizeAuthorizationPolicy(
    IstioPlane plane, Marks marks, Ledger ledger, List<Problem> problems) {

  void normalize(AuthorizationPolicy policy) {
    List<Scope> scopes = Targets.of(policy, plane);
    if (!policy.gaps().isEmpty()) {
      Gap gap = policy.gaps().getFirst();
      String what = "`" + gap.field() + "` of AuthorizationPolicy `" + policy.meta().name() + "`";
      scopes.forEach(it -> ledger.add(IstioPlane.unknown(policy.meta(), it, what, gap.origin())));
      return;
    }
    if (policy.isDryRun()) {
      return;
    }
    switch (policy.effect()) {
      case AUDIT -> {}
      case CUSTOM -> scopes.forEach(it -> ledger.add(external(policy, it)));
      case ALLOW -> authorize(policy, scopes, Effect.ALLOW);
      case DENY -> authorize(policy, scopes, Effect.DENY);
    }
  }

  /// It is asked about what the rules cover, as a denial covers it.
  private Extension external(AuthorizationPolicy policy, Scope scope) {
    List<Match> asked =
        policy.rules().stream().map(it -> rule(policy, it, Effect.DENY).match()).toList();
    return new Extension(
        policy.meta().id(),
        IstioPlane.ID,
        scope,
        "external authorization",
        Extension.Touches.MAY_DENY,
        Match.oneOf(asked),
        policy.meta().origin());
  }

  private void authorize(AuthorizationPolicy policy, List<Scope> scopes, Effect effect) {
    List<Authorization.Rule> rules =
        policy.rules().stream().map(it -> rule(policy, it, effect)).toList();
    for (Scope scope : scopes) {
      ledger.add(
          new Authorization(
              policy.meta().id(), IstioPlane.ID, effect, scope, rules, policy.meta().origin()));
    }
    implied(policy);
  }

  /// A selector by meshc's own label speaks of an account, whether the repo holds its Pods or not.
  private void implied(AuthorizationPolicy policy) {
    Map<String, String> labels = Labels.of(policy);
    String account = labels.get(IstioPlane.ACCOUNT_LABEL);
    if (account != null) {
      ledger.add(
          new ImpliedAccount(
              policy.meta().namespace(), account, labels, IstioPlane.ID, policy.meta().origin()));
    }
  }

  private Authorization.Rule rule(AuthorizationPolicy policy, Rule rule, Effect effect) {
    var matches = new RuleMatches(policy, plane, effect, marks, problems);
    Match clients = matches.clients(rule);
    Match requests = matches.requests(rule);
    Origin from =
        rule.from().stream()
            .findFirst()
            .map(it -> it.source().map(Source::origin).orElse(it.origin()))
            .orElse(rule.origin());
    return new Authorization.Rule(At.of(clients, from), At.of(requests, rule.origin()));
  }
}
