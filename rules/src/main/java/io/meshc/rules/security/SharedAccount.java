package io.meshc.rules.security;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Authorization;
import io.meshc.model.Route;
import io.meshc.model.Scope;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Match;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Services that have nothing to do with each other run as one account, so what is granted at one is granted at all. Page, examples, tests: SharedAccount.md, beside this file.
public final class SharedAccount implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1008", "shared-account", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    Map<String, List<Authorization>> byAccount = new TreeMap<>();
    for (Authorization it : input.mesh().authorizations()) {
      if (it.scope() instanceof Scope.OfAccount account
          && it.effect() == Authorization.Effect.ALLOW) {
        byAccount.computeIfAbsent(account.label(), _ -> new ArrayList<>()).add(it);
      }
    }
    if (byAccount.isEmpty()) {
      return Stream.empty();
    }
    Map<String, List<Behind>> services = services(input);
    Map<ServiceName, Set<ResourceId>> splits = splits(input);
    // no stream of a sorted map, which makes a comparator that the cache of a start cannot hold
    // (ADR 0009)
    Stream.Builder<Finding> found = Stream.builder();
    byAccount.forEach((account, policies) ->
        said(account, policies, services.getOrDefault(account, List.of()), splits)
            .ifPresent(found));
    return found.build();
  }

  /// A Service, and what runs behind it as one account.
  private record Behind(Service service, Set<ResourceId> workloads) {
    boolean sharesNone(Behind other) {
      return workloads.stream().noneMatch(other.workloads()::contains);
    }
  }

  /// By account, as people say it.
  private static Map<String, List<Behind>> services(Checked input) {
    Map<String, List<Behind>> result = new HashMap<>();
    for (Service service : input.mesh().services()) {
      Map<String, Set<ResourceId>> accounts = new TreeMap<>();
      for (Workload it : service.endpoints()) {
        if (it.membership().isMeshed() && !it.implied()) {
          accounts.computeIfAbsent(it.identity().label(), _ -> new TreeSet<>()).add(it.id());
        }
      }
      accounts.forEach((account, workloads) ->
          result
              .computeIfAbsent(account, _ -> new ArrayList<>())
              .add(new Behind(service, workloads)));
    }
    return result;
  }

  private Optional<Finding> said(
      String account,
      List<Authorization> policies,
      List<Behind> services,
      Map<ServiceName, Set<ResourceId>> splits) {
    for (int i = 0; i < services.size(); i++) {
      for (int j = 0; j < i; j++) {
        Behind one = services.get(j);
        Behind other = services.get(i);
        if (one.sharesNone(other) && !areSplit(one.service(), other.service(), splits)) {
          Optional<Authorization> both =
              policies.stream()
                  .filter(it -> reaches(it, one.service()) && reaches(it, other.service()))
                  .findFirst();
          if (both.isPresent()) {
            return both.map(it -> said(account, it, one.service(), other.service()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Whether a split takes them for versions of one thing.
  private static boolean areSplit(
      Service one, Service other, Map<ServiceName, Set<ResourceId>> splits) {
    Set<ResourceId> others = splits.getOrDefault(other.name(), Set.of());
    return splits.getOrDefault(one.name(), Set.of()).stream().anyMatch(others::contains);
  }

  /// The routes that name each Service.
  private static Map<ServiceName, Set<ResourceId>> splits(Checked input) {
    Map<ServiceName, Set<ResourceId>> result = new TreeMap<>();
    for (Route route : input.mesh().routes()) {
      Stream<ServiceName> backends =
          route.rules().stream()
              .flatMap(it -> it.backends().stream())
              .map(it -> it.service().value());
      Stream.concat(Stream.of(route.service()), backends)
          .forEach(it -> result.computeIfAbsent(it, _ -> new TreeSet<>()).add(route.resource()));
    }
    return result;
  }

  /// Whether a policy grants anything at some port of a Service.
  private static boolean reaches(Authorization policy, Service service) {
    return policy.rules().stream()
        .flatMap(it -> Alternatives.of(it.requests().value()).stream())
        .anyMatch(grant ->
            service.ports().isEmpty()
                || service.ports().stream().anyMatch(port -> isAt(grant, port, service)));
  }

  private static boolean isAt(Match grant, ServicePort port, Service service) {
    for (Match part : Alternatives.parts(grant)) {
      if (part instanceof Match.OnServicePort(int number) && number != port.number()) {
        return false;
      }
      if (part instanceof Match.OnWorkloadPort(int number)
          && service.endpoints().stream().noneMatch(it -> port.at(it).orElse(-1) == number)) {
        return false;
      }
    }
    return true;
  }

  private Finding said(String account, Authorization policy, Service one, Service other) {
    String message =
        "account `"
            + account
            + "` runs services `"
            + one.name().name()
            + "` and `"
            + other.name().name()
            + "`: what is granted at one is granted at both";
    return at(policy.origin(), policy.resource(), message)
        .because(one.origin(), "service `" + one.name().name() + "`")
        .because(other.origin(), "service `" + other.name().name() + "`")
        .help("give each its own account");
  }
}
