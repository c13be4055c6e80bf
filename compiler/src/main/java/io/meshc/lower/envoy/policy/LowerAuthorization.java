package io.meshc.lower.envoy.policy;

import io.meshc.dialect.envoy.StringMatch;
import io.meshc.dialect.envoy.rbac.Permission;
import io.meshc.dialect.envoy.rbac.Principal;
import io.meshc.dialect.envoy.rbac.Rules;
import io.meshc.dialect.envoy.rbac.Rules.Policy;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.lower.envoy.policy.Settle.Settled;
import io.meshc.lower.envoy.proxy.Losses;
import io.meshc.model.Authorization;
import io.meshc.model.Plane;
import io.meshc.model.match.Match;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The authorizations at a port → the rules of its filters. What may or may not be covered is not allowed, and is denied: no access
/// is ever widened.
public final class LowerAuthorization {
  private final List<Authorization> policies;
  private final Plane plane;
  private final Facts facts;
  private final Losses losses;

  private LowerAuthorization(
      List<Authorization> policies, Plane plane, Facts facts, Losses losses) {
    this.policies = policies;
    this.plane = plane;
    this.facts = facts;
    this.losses = losses;
  }

  /// @param policies those that count there
  /// @param facts of what arrives at the port
  public static Guard lower(List<Authorization> policies, Plane plane, Facts facts, Losses losses) {
    var own = policies.stream().filter(it -> it.plane().equals(plane.id())).toList();
    return new LowerAuthorization(own, plane, facts, losses).guard();
  }

  /// Whom a door lets in that is beside the checks of the mesh.
  public static Guard entrance(ResourceId door, At<Match> clients, Facts facts, Losses losses) {
    Settled settled = Settle.least(clients.value(), facts, LowerPrincipal::unsaid);
    settled.doubts().stream()
        .findFirst()
        .ifPresent(it -> losses.add(unsure(door, clients.origin(), clients.value(), it)));
    if (settled.match() instanceof Match.Any) {
      return Guard.OPEN;
    }
    var policies = new TreeMap<String, Policy>();
    if (!(settled.match() instanceof Match.None)) {
      policies.put(
          door.namespace() + "/" + door.name(),
          new Policy(List.of(new Permission.Any()), principals(settled.match())));
    }
    var rules = new Rules(Rules.Action.ALLOW, policies);
    return new Guard(Optional.empty(), Optional.of(rules), Optional.empty());
  }

  private static Loss unsure(ResourceId by, Origin origin, Match match, String because) {
    return new Loss(
        origin,
        Optional.of(by),
        Feature.UNCLEAR_MATCH.label(),
        Effect.NARROWS_ACCESS,
        Region.requests(match),
        "only what is surely allowed is allowed: " + because,
        "");
  }

  private Guard guard() {
    SortedMap<String, Policy> denied = rules(Authorization.Effect.DENY);
    Optional<Rules> deny =
        denied.isEmpty() ? Optional.empty() : Optional.of(new Rules(Rules.Action.DENY, denied));
    if (!isGuarded()) {
      return new Guard(deny, Optional.empty(), Optional.empty());
    }
    SortedMap<String, Policy> allowed = rules(Authorization.Effect.ALLOW);
    if (allowed.values().stream().anyMatch(LowerAuthorization::isEverything)) {
      return new Guard(deny, Optional.empty(), Optional.empty());
    }
    Optional<List<StringMatch>> only = deny.isEmpty() ? identities(allowed) : Optional.empty();
    return new Guard(deny, Optional.of(new Rules(Rules.Action.ALLOW, allowed)), only);
  }

  /// Whether what no policy allows is denied.
  private boolean isGuarded() {
    return switch (plane.posture()) {
      case OPEN -> false;
      case OPEN_UNTIL_ALLOWED ->
          policies.stream().anyMatch(it -> it.effect() == Authorization.Effect.ALLOW);
      case CLOSED, UNKNOWN -> true;
    };
  }

  public static boolean isEverything(Policy policy) {
    return policy.permissions().stream().anyMatch(Permission.Any.class::isInstance)
        && policy.principals().stream().anyMatch(Principal.Any.class::isInstance);
  }

  /// The identities that policies let in, where they ask for nothing else.
  public static Optional<List<StringMatch>> identities(SortedMap<String, Policy> allowed) {
    var names = new ArrayList<StringMatch>();
    for (Policy policy : allowed.values()) {
      if (policy.permissions().stream().noneMatch(Permission.Any.class::isInstance)) {
        return Optional.empty();
      }
      for (Principal principal : policy.principals()) {
        if (!(principal instanceof Principal.Authenticated(var uri))) {
          return Optional.empty();
        }
        names.add(uri);
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(names.stream().distinct().toList());
  }

  private SortedMap<String, Policy> rules(Authorization.Effect effect) {
    var rules = new TreeMap<String, Policy>();
    for (Authorization policy : policies) {
      if (policy.effect() == effect) {
        for (int i = 0; i < policy.rules().size(); i++) {
          String name = policy.resource().namespace() + "/" + policy.resource().name();
          String label = name + "[" + i + "]";
          Optional<Policy> lowered = rule(policy, policy.rules().get(i));
          lowered.ifPresent(it -> rules.put(free(label, rules), it));
        }
      }
    }
    return rules;
  }

  /// Two objects of different kinds may have one name.
  private static String free(String label, SortedMap<String, Policy> taken) {
    String name = label;
    for (int i = 2; taken.containsKey(name); i++) {
      name = label + "-" + i;
    }
    return name;
  }

  /// Empty where nothing is covered.
  private Optional<Policy> rule(Authorization policy, Authorization.Rule rule) {
    boolean least = policy.effect() == Authorization.Effect.ALLOW;
    Settled clients = settle(rule.clients().value(), least, false);
    Settled requests = settle(rule.requests().value(), least, true);
    if (!requests.doubts().isEmpty()) {
      Settled whole = settle(rule.match(), least, false);
      if (whole.doubts().isEmpty()) {
        clients = whole;
        requests = new Settled(Match.ANY, List.of());
      }
    }
    var doubts = new ArrayList<>(clients.doubts());
    doubts.addAll(requests.doubts());
    doubts.stream().findFirst().ifPresent(it -> losses.add(loss(policy, rule, it)));
    if (clients.match() instanceof Match.None || requests.match() instanceof Match.None) {
      return Optional.empty();
    }
    return Optional.of(new Policy(permissions(requests.match()), principals(clients.match())));
  }

  private Settled settle(Match match, boolean least, boolean request) {
    return least
        ? Settle.least(match, facts, request ? LowerPermission::unsaid : LowerPrincipal::unsaid)
        : Settle.most(match, facts, request ? LowerPermission::unsaid : LowerPrincipal::unsaid);
  }

  private static List<Permission> permissions(Match match) {
    return match instanceof Match.OneOf(var of)
        ? of.stream().map(LowerPermission::of).toList()
        : List.of(LowerPermission.of(match));
  }

  public static List<Principal> principals(Match match) {
    return match instanceof Match.OneOf(var of)
        ? of.stream().map(LowerPrincipal::of).toList()
        : List.of(LowerPrincipal.of(match));
  }

  private static Loss loss(Authorization policy, Authorization.Rule rule, String because) {
    boolean allows = policy.effect() == Authorization.Effect.ALLOW;
    return new Loss(
        rule.origin(),
        Optional.of(policy.resource()),
        Feature.UNCLEAR_MATCH.label(),
        Effect.NARROWS_ACCESS,
        Region.at(policy.scope(), rule.match()),
        (allows ? "only what is surely allowed is allowed: " : "what may be denied is denied: ")
            + because,
        "");
  }
}
