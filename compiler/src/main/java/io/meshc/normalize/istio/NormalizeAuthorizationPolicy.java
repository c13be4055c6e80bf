package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.istio.Gap;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Action;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Rule;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Source;
import io.meshc.model.Authorization;
import io.meshc.model.Extension;
import io.meshc.model.match.Match;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Declarations.ImpliedAccount;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// AuthorizationPolicy → authorization. AUDIT decides nothing; CUSTOM asks a service that may deny.
///
/// Source: istio.io, "Authorization Policy".
final class NormalizeAuthorizationPolicy {
  private NormalizeAuthorizationPolicy() {}

  static Declarations normalize(AuthorizationPolicy policy, Marks marks, List<Problem> problems) {
    Optional<Extension> extension = extension(policy, problems);
    if (extension.isPresent()) {
      return Part.extensions(List.of(extension.get()));
    }
    return switch (policy.effect()) {
      case AUDIT, CUSTOM -> Declarations.NONE;
      case ALLOW -> authorization(policy, Authorization.Effect.ALLOW, marks, problems);
      case DENY -> authorization(policy, Authorization.Effect.DENY, marks, problems);
    };
  }

  private static Optional<Extension> extension(AuthorizationPolicy policy, List<Problem> problems) {
    var scope = IstioPlane.scope(policy.meta(), Labels.of(policy));
    List<Gap> gaps = Gaps.of(policy, problems);
    if (!gaps.isEmpty()) {
      Gap gap = gaps.getFirst();
      String what = "`" + gap.field() + "` of AuthorizationPolicy `" + policy.meta().name() + "`";
      return Optional.of(IstioPlane.unknown(policy.meta(), scope, what, gap.origin()));
    }
    if (policy.effect() == Action.CUSTOM) {
      return Optional.of(
          new Extension(
              policy.meta().id(),
              IstioPlane.ID,
              scope,
              "external authorization",
              Extension.Touches.MAY_DENY,
              policy.meta().origin()));
    }
    return Optional.empty();
  }

  private static Declarations authorization(
      AuthorizationPolicy policy,
      Authorization.Effect effect,
      Marks marks,
      List<Problem> problems) {
    List<Authorization.Rule> rules =
        policy.rules().stream().map(it -> rule(policy, it, effect, marks, problems)).toList();
    var authorization =
        new Authorization(
            policy.meta().id(),
            IstioPlane.ID,
            effect,
            IstioPlane.scope(policy.meta(), Labels.of(policy)),
            rules,
            policy.meta().origin());
    List<Declarations> parts =
        List.of(Part.authorizations(List.of(authorization)), Part.implied(implied(policy)));
    return Declarations.join(parts);
  }

  /// A selector by meshc's own label speaks of an account, whether the repo holds its Pods or not.
  private static List<ImpliedAccount> implied(AuthorizationPolicy policy) {
    Map<String, String> labels = Labels.of(policy);
    String account = labels.get(IstioPlane.ACCOUNT_LABEL);
    return account == null
        ? List.of()
        : List.of(
            new ImpliedAccount(
                policy.meta().namespace(), account, labels, IstioPlane.ID, policy.meta().origin()));
  }

  private static Authorization.Rule rule(
      AuthorizationPolicy policy,
      Rule rule,
      Authorization.Effect effect,
      Marks marks,
      List<Problem> problems) {
    var requests = new RequestsOfRule(policy, rule, effect, marks, problems);
    var clients = new ArrayList<Match>();
    clients.add(from(policy, rule, problems));
    clients.addAll(requests.clientConditions());
    Match all = Match.all(clients);
    Origin from =
        rule.from().stream()
            .findFirst()
            .map(it -> it.source().map(Source::origin).orElse(it.origin()))
            .orElse(rule.origin());
    return new Authorization.Rule(At.of(all, from), At.of(requests.match(), rule.origin()));
  }

  private static Match from(AuthorizationPolicy policy, Rule rule, List<Problem> problems) {
    if (rule.from().isEmpty()) {
      return Match.ANY;
    }
    return Match.oneOf(
        rule.from().stream()
            .flatMap(it -> it.source().stream())
            .map(it -> source(policy, it, problems))
            .toList());
  }

  private static Match source(AuthorizationPolicy policy, Source source, List<Problem> problems) {
    Match known =
        Match.all(
            Texts.oneOf(source.principals(), NormalizeAuthorizationPolicy::principal),
            Texts.noneOf(source.notPrincipals(), NormalizeAuthorizationPolicy::principal),
            Texts.oneOf(source.namespaces(), NormalizeAuthorizationPolicy::namespace),
            Texts.noneOf(source.notNamespaces(), NormalizeAuthorizationPolicy::namespace));
    List<Gap> gaps = Gaps.of(policy, source, problems);
    if (gaps.isEmpty()) {
      return known;
    }
    String because = "`" + gaps.getFirst().field() + "` is not modelled";
    return new Match.Unclear(Match.NONE, known, because);
  }

  static Match principal(String value) {
    String bare = value.startsWith("spiffe://") ? value.substring("spiffe://".length()) : value;
    return new Match.OnIdentity(IstioText.text(bare));
  }

  static Match namespace(String value) {
    return new Match.OnSourceNamespace(IstioText.namespace(value));
  }
}
