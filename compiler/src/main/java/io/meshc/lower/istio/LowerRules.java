package io.meshc.lower.istio;

import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Region;
import io.meshc.model.Authorization;
import io.meshc.model.Protocol;
import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.MatchText;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/// The rules of one authorization at one selection → rules of an AuthorizationPolicy.
///
/// Each rule is taken apart into alternatives, each alternative becomes a [Grant], and grants that differ in little are put
/// together again. An alternative that Istio cannot say is left out as a whole, with a loss for exactly that alternative.
final class LowerRules {
  private static final Match NOT_HTTP = new Match.Not(new Match.OnHttp());

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
    var grants = new ArrayList<Grant>();
    for (Authorization.Rule rule : policy.rules()) {
      for (Match alternative : Alternatives.of(certain(rule))) {
        grants.addAll(grants(alternative, rule.origin()));
      }
    }
    return new Lowered<>(WriteRules.of(Grant.merge(grants), policy.origin()), losses);
  }

  /// What is unknown is not allowed, and is denied.
  private Match certain(Authorization.Rule rule) {
    Match match = rule.match();
    Certain.doubt(match).ifPresent(it -> unclear(match, it, rule.origin()));
    return switch (policy.effect()) {
      case ALLOW -> Certain.least(match);
      case DENY -> Certain.most(match);
    };
  }

  private void unclear(Match match, String because, Origin origin) {
    if (isNothingHere(match)) {
      return;
    }
    Match between = Match.all(Certain.most(match), new Match.Not(Certain.least(match)));
    String message =
        "what this rule covers is not known in full, and the doubtful part is denied: " + because;
    loss(origin, Feature.UNCLEAR_MATCH, Effect.NARROWS_ACCESS, between, message, "");
  }

  /// Whether it is about raw TCP alone, and no port of a Service leads raw TCP here. One that policies imply has every port.
  private boolean isNothingHere(Match match) {
    boolean raw =
        Alternatives.of(Certain.most(match)).stream()
            .allMatch(it -> Alternatives.parts(it).contains(NOT_HTTP));
    return raw
        && !selection.isImplied()
        && selection.ports(translation).values().stream().allMatch(it -> it == Protocol.HTTP);
  }

  private List<Grant> grants(Match alternative, Origin origin) {
    List<List<Match>> onPorts =
        withWorkloadPorts(alternative, origin).stream().flatMap(it -> raw(it).stream()).toList();
    var grants = new ArrayList<Grant>();
    for (List<Match> conjuncts : onPorts) {
      Grant grant = LowerAlternative.lower(conjuncts);
      Optional<Grant> said =
          grant.unsayable().isEmpty() ? Optional.of(grant) : marked(grant, origin);
      said.ifPresentOrElse(
          it -> grants.add(asHttp(it, grant.http(), alternative, origin)),
          () -> leftOut(grant, alternative, origin));
    }
    return grants;
  }

  /// Where the filter that marks is missing, nothing is allowed by the mark, and everything is denied.
  private Optional<Grant> marked(Grant grant, Origin origin) {
    if (!translation.options().envoyFilterForRegex()) {
      return Optional.empty();
    }
    return marks
        .keyFor(selection, grant.unsayable(), name, origin)
        .map(it ->
            switch (policy.effect()) {
              case ALLOW -> grant.requiring(it, "allowed");
              case DENY -> grant.unless(it, "denied");
            });
  }

  /// Raw TCP passes an ALLOW rule only if that has no HTTP attribute, and a DENY rule is taken there without them.
  private Grant asHttp(Grant grant, boolean asksForHttp, Match alternative, Origin origin) {
    Match tcp = new Match.Not(new Match.OnHttp());
    switch (policy.effect()) {
      case ALLOW -> {
        if (grant.isOfHttp() && !asksForHttp) {
          String message = "Istio lets no raw TCP pass by a rule with HTTP attributes";
          loss(
              origin,
              Feature.NEGATION,
              Effect.NARROWS_ACCESS,
              Match.all(alternative, tcp),
              message,
              "");
        }
      }
      case DENY -> {
        if (grant.isOfHttp() || asksForHttp) {
          List<Match> rest =
              Alternatives.parts(alternative).stream().filter(LowerRules::isOfEverything).toList();
          String message = "on raw TCP Istio takes a denial without its HTTP attributes";
          Match denied = Match.all(Match.all(rest), tcp);
          loss(origin, Feature.DENY, Effect.NARROWS_ACCESS, denied, message, "");
        }
      }
    }
    boolean needsMethod = (asksForHttp || grant.isOfHttp()) && !grant.namesHttp();
    return needsMethod ? grant.forAnyMethod() : grant;
  }

  /// Whether a predicate is there on raw TCP too.
  private static boolean isOfEverything(Match part) {
    return switch (part) {
      case Match.OnServicePort _,
          Match.OnWorkloadPort _,
          Match.OnIdentity _,
          Match.OnSourceNamespace _ ->
          true;
      case Match.Not(var of) -> isOfEverything(of);
      case Match.Any _,
          Match.None _,
          Match.OnHttp _,
          Match.OnMethod _,
          Match.OnHost _,
          Match.OnPath _,
          Match.OnHeader _,
          Match.ChangedBy _,
          Attribute _,
          Match.Unclear _,
          Match.All _,
          Match.OneOf _ ->
          false;
    };
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

  /// "Not HTTP" as the ports that are read as TCP: it holds at all of these, and at no other that a Service leads to. Left as
  /// it is, and so unsayable, where a port is read by its first bytes, or no Service is known.
  private List<List<Match>> raw(List<Match> conjuncts) {
    Map<Integer, Protocol> ports = selection.ports(translation);
    boolean known = !ports.isEmpty() && !ports.containsValue(Protocol.SNIFFED);
    if (policy.effect() == Authorization.Effect.DENY || !conjuncts.contains(NOT_HTTP) || !known) {
      return List.of(conjuncts);
    }
    List<Match> others = conjuncts.stream().filter(it -> !it.equals(NOT_HTTP)).toList();
    List<Integer> raw =
        ports.entrySet().stream()
            .filter(it -> it.getValue() == Protocol.TCP)
            .map(Map.Entry::getKey)
            .toList();
    List<Integer> asked =
        others.stream()
            .flatMap(it ->
                it instanceof Match.OnWorkloadPort(int port) ? Stream.of(port) : Stream.empty())
            .toList();
    if (!asked.isEmpty()) {
      return raw.containsAll(asked) ? List.of(others) : List.of();
    }
    return raw.stream()
        .map(port ->
            Stream.concat(others.stream(), Stream.<Match>of(new Match.OnWorkloadPort(port)))
                .toList())
        .toList();
  }

  private List<Match> workloadPorts(int port, Match alternative, Origin origin) {
    SortedSet<Integer> targets = selection.targets(port, translation);
    if (targets.isEmpty()) {
      loss(
          origin,
          Feature.SERVICE_PORT,
          LowerAuthorization.ofLeavingOut(policy),
          alternative,
          "no Service in the repo shows where its port "
              + port
              + " leads, and Istio's policies see workload ports",
          "give meshc the manifest of the Service");
    }
    for (int target : targets) {
      if (selection.isSharedTarget(port, target, translation)) {
        Match others =
            Match.all(
                new Match.OnWorkloadPort(target), new Match.Not(new Match.OnServicePort(port)));
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
            "Service port "
                + port
                + " leads to workload port "
                + target
                + " as other ports do, and Istio's policies cannot tell them apart",
            "");
      }
    }
    return targets.stream().<Match>map(Match.OnWorkloadPort::new).toList();
  }

  private void leftOut(Grant grant, Match alternative, Origin origin) {
    String what = MatchText.of(Match.all(grant.unsayable()));
    String help =
        "`--istio-regex envoyfilter` writes it as an EnvoyFilter, `--accept narrows-access` leaves"
            + " it out";
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
