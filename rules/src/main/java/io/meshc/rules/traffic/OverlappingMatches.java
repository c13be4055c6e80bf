package io.meshc.rules.traffic;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Authorization;
import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Two matches for different clients cover the same request, and Open Service Mesh goes by whichever it lists first. Page, examples, tests: OverlappingMatches.md, beside this file.
public final class OverlappingMatches implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2009", "overlapping-matches", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    return OpenServiceMesh.shown(input).stream()
        .flatMap(it -> accounts(it.id(), input).values().stream())
        .filter(it -> it.size() > 1) // all rules of one policy are for the same clients
        .flatMap(it -> atAccount(routes(it)));
  }

  private static Map<String, List<Authorization>> accounts(PlaneId plane, Checked input) {
    return input.mesh().authorizations().stream()
        .filter(it -> it.plane().equals(plane))
        .filter(it -> it.effect() == Authorization.Effect.ALLOW)
        .filter(it -> it.scope() instanceof Scope.OfAccount)
        .collect(groupingBy(it -> account(it.scope()), TreeMap::new, toList()));
  }

  private static String account(Scope scope) {
    return scope instanceof Scope.OfAccount account ? account.label() : "";
  }

  /// One grant of a route: the policy, its rule, and whom it names.
  private record Grant(Authorization policy, Authorization.Rule rule, Set<String> clients) {
    boolean namesOtherThan(Set<String> others) {
      return !others.containsAll(clients);
    }
  }

  /// A route of the server's proxy. Equal matches make one, which lets in the clients of all of them.
  private record ServerRoute(
      Optional<HttpConditions> conditions, List<Grant> grants, Set<String> clients) {
    ServerRoute(Match match) {
      this(HttpConditions.of(match), new ArrayList<>(), new LinkedHashSet<>());
    }

    Optional<String> shared(ServerRoute other) {
      return conditions.flatMap(here -> other.conditions.flatMap(here::shared));
    }

    void add(Grant grant) {
      grants.add(grant);
      clients.addAll(grant.clients());
    }
  }

  private static List<ServerRoute> routes(List<Authorization> policies) {
    var routes = new LinkedHashMap<Match, ServerRoute>();
    for (Authorization policy : policies) {
      for (Authorization.Rule rule : policy.rules()) {
        Set<String> clients = named(rule.clients().value()).orElse(Set.of());
        if (!clients.isEmpty()) {
          ofHttp(rule.requests().value())
              .map(it -> routes.computeIfAbsent(it, ServerRoute::new))
              .ifPresent(it -> it.add(new Grant(policy, rule, clients)));
        }
      }
    }
    return List.copyOf(routes.values());
  }

  /// What the route asks. Ports are asked of the connection, before there is a route.
  private static Optional<Match> ofHttp(Match requests) {
    List<Match> parts = Alternatives.parts(requests);
    return parts.contains(new Match.OnHttp())
        ? Optional.of(Match.all(parts.stream().filter(it -> !isPort(it)).toList()))
        : Optional.empty();
  }

  private static boolean isPort(Match part) {
    return part instanceof Match.OnServicePort
        || part instanceof Match.OnWorkloadPort
        || (part instanceof Match.OneOf(var of)
            && of.stream().allMatch(OverlappingMatches::isPort));
  }

  /// Empty where that is more than a list of identities.
  private static Optional<Set<String>> named(Match clients) {
    var names = new LinkedHashSet<String>();
    for (Match it : Alternatives.of(clients)) {
      if (!(it instanceof Match.OnIdentity(TextPattern.Exact(var name)))) {
        return Optional.empty();
      }
      names.add(name);
    }
    return Optional.of(names);
  }

  private Stream<Finding> atAccount(List<ServerRoute> routes) {
    var findings = new ArrayList<Finding>();
    var said = new HashSet<Set<ResourceId>>();
    for (int i = 0; i < routes.size(); i++) {
      for (int j = 0; j < i; j++) {
        ServerRoute one = routes.get(i);
        ServerRoute other = routes.get(j);
        if (!one.clients().equals(other.clients())) {
          one.shared(other)
              .flatMap(it -> refused(one, other, it).or(() -> refused(other, one, it)))
              .filter(it -> said.add(it.between()))
              .ifPresent(it -> findings.add(it.finding()));
        }
      }
    }
    return findings.stream();
  }

  private record Refused(Set<ResourceId> between, Finding finding) {}

  /// Where a client of the one route meets the other first.
  private Optional<Refused> refused(ServerRoute one, ServerRoute first, String request) {
    Grant stranger = first.grants().getFirst();
    return one.grants().stream()
        .filter(it -> it.namesOtherThan(first.clients()))
        .findFirst()
        .map(it ->
            new Refused(
                Set.of(it.policy().resource(), stranger.policy().resource()),
                said(it, stranger, request)));
  }

  private Finding said(Grant grant, Grant stranger, String request) {
    String own = grant.policy().resource().name();
    String other = stranger.policy().resource().name();
    return at(
            grant.policy().origin(),
            grant.policy().resource(),
            "sources of `%s` may be answered 403 to `%s`, which a match of `%s` covers too"
                .formatted(own, request, other))
        .because(grant.rule().origin(), "`" + own + "` grants it by this match")
        .because(stranger.rule().origin(), "`" + other + "` grants it to others by this one")
        .help("grant both by the same match, or make the matches disjoint");
  }
}
