package io.meshc.lower.istio;

import io.meshc.dialect.istio.AuthorizationPolicy;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Region;
import io.meshc.model.Authorization;
import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Match;
import io.meshc.model.match.MatchText;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// The rules of one authorization at one selection → rules of an AuthorizationPolicy.
///
/// Each rule is taken apart into alternatives, each alternative becomes a [Grant], and grants that differ in little are put
/// together again. An alternative that Istio cannot say is left out as a whole, with a loss for exactly that alternative.
final class LowerRules {
  private final Authorization policy;
  private final Selection selection;
  private final String name;
  private final LowerMark marks;
  private final Translation translation;
  private final List<Loss> losses = new ArrayList<>();

  LowerRules(
      Authorization policy,
      Selection selection,
      String name,
      LowerMark marks,
      Translation translation) {
    this.policy = policy;
    this.selection = selection;
    this.name = name;
    this.marks = marks;
    this.translation = translation;
  }

  Lowered<List<AuthorizationPolicy.Rule>> lower() {
    var rules = new ArrayList<AuthorizationPolicy.Rule>();
    for (Authorization.Rule rule : policy.rules()) {
      var grants = new ArrayList<Grant>();
      for (Match alternative : Alternatives.of(certain(rule))) {
        grants.addAll(grants(alternative, rule.origin()));
      }
      rules.addAll(WriteRules.of(Grant.merge(grants), rule.origin()));
    }
    return new Lowered<>(rules, losses);
  }

  /// What is unknown is not allowed, and is denied.
  private Match certain(Authorization.Rule rule) {
    Match match = rule.match();
    if (Certain.isUnclear(match)) {
      Match between = Match.all(Certain.most(match), new Match.Not(Certain.least(match)));
      loss(
          rule.origin(),
          Feature.UNCLEAR_MATCH,
          Effect.NARROWS_ACCESS,
          between,
          "what this rule covers is not known in full: what may or may not be allowed is denied",
          "");
    }
    return switch (policy.effect()) {
      case ALLOW -> Certain.least(match);
      case DENY -> Certain.most(match);
    };
  }

  private List<Grant> grants(Match alternative, Origin origin) {
    List<List<Match>> onPorts = withWorkloadPorts(alternative, origin);
    var grants = new ArrayList<Grant>();
    for (List<Match> conjuncts : onPorts) {
      Grant grant = LowerAlternative.lower(conjuncts);
      Optional<Grant> said = grant.unsayable().isEmpty() ? Optional.of(grant) : marked(grant, origin);
      said.ifPresentOrElse(
          it -> grants.add(asHttp(it, alternative, origin)),
          () -> leftOut(grant, alternative, origin));
    }
    return grants;
  }

  private Optional<Grant> marked(Grant grant, Origin origin) {
    return translation.options().envoyFilterForRegex()
        ? marks
            .keyFor(selection, grant.unsayable(), name, origin)
            .map(it -> grant.requiring(it, "allowed"))
        : Optional.empty();
  }

  /// Raw TCP passes an ALLOW rule only if that has no HTTP attribute, and is denied by a DENY rule whatever attributes it has.
  private Grant asHttp(Grant grant, Match alternative, Origin origin) {
    if (grant.http() && !grant.namesHttp()) {
      return grant.forAnyMethod();
    }
    boolean differs =
        grant.namesHttp() && (!grant.http() || policy.effect() == Authorization.Effect.DENY);
    if (differs) {
      Match onTcp =
          policy.effect() == Authorization.Effect.DENY
              ? new Match.Not(new Match.OnHttp())
              : Match.all(alternative, new Match.Not(new Match.OnHttp()));
      loss(
          origin,
          Feature.NEGATION,
          Effect.NARROWS_ACCESS,
          onTcp,
          "Istio lets no raw TCP pass by a rule with HTTP attributes",
          "");
    }
    return grant;
  }

  /// The conjuncts with workload ports in the place of Service ports, once for each port.
  private List<List<Match>> withWorkloadPorts(Match alternative, Origin origin) {
    List<List<Match>> result = List.of(List.of());
    for (Match part : Alternatives.parts(alternative)) {
      List<Match> choices =
          part instanceof Match.OnServicePort(int port)
              ? workloadPorts(port, alternative, origin)
              : List.of(part);
      var next = new ArrayList<List<Match>>();
      for (List<Match> before : result) {
        for (Match choice : choices) {
          var longer = new ArrayList<>(before);
          longer.add(choice);
          next.add(longer);
        }
      }
      result = next;
    }
    return result;
  }

  private List<Match> workloadPorts(int port, Match alternative, Origin origin) {
    SortedSet<Integer> targets = selection.targets(port, translation);
    if (targets.isEmpty()) {
      loss(
          origin,
          Feature.SERVICE_PORT,
          LowerAuthorization.ofLeavingOut(policy),
          alternative,
          "no Service in the repo shows where its port " + port + " leads, and Istio's policies see workload ports",
          "give meshc the manifest of the Service");
    }
    for (int target : targets) {
      if (selection.isSharedTarget(port, target, translation)) {
        Match others =
            Match.all(new Match.OnWorkloadPort(target), new Match.Not(new Match.OnServicePort(port)));
        Effect effect =
            switch (policy.effect()) {
              case ALLOW -> Effect.WIDENS_ACCESS;
              case DENY -> Effect.NARROWS_ACCESS;
            };
        loss(
            origin,
            Feature.SERVICE_PORT,
            effect,
            others,
            "Service port " + port + " leads to workload port " + target + " as other ports do, and Istio's policies cannot tell them apart",
            "");
      }
    }
    return targets.stream().<Match>map(Match.OnWorkloadPort::new).toList();
  }

  private void leftOut(Grant grant, Match alternative, Origin origin) {
    String what = MatchText.of(Match.all(grant.unsayable()));
    String help =
        "`--istio-regex envoyfilter` writes it as an EnvoyFilter, `--accept narrows-access` leaves it out";
    Feature feature =
        grant.unsayable().stream().anyMatch(Match.OnHeader.class::isInstance)
            ? Feature.HEADER_REGEX
            : Feature.PATH_REGEX;
    loss(
        origin,
        feature,
        LowerAuthorization.ofLeavingOut(policy),
        alternative,
        "Istio policies cannot say " + what,
        translation.options().envoyFilterForRegex() ? "" : help);
  }

  private void loss(
      Origin origin, Feature feature, Effect effect, Match match, String message, String help) {
    losses.add(
        new Loss(
            origin,
            Optional.of(policy.resource()),
            feature.label(),
            effect,
            Region.at(policy.scope(), match),
            message,
            help));
  }
}
