package io.meshc.link;

import io.meshc.model.Assumptions;
import io.meshc.model.Identity;
import io.meshc.model.Membership;
import io.meshc.model.Workload;
import io.meshc.normalize.Declarations.DeclaredWorkload;
import io.meshc.normalize.Declarations.ImpliedAccount;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Declared workloads with their membership, and the ones that policies imply.
final class Workloads {
  private Workloads() {}

  static List<Workload> written(List<DeclaredWorkload> declared, Memberships memberships) {
    return declared.stream()
        .map(it ->
            new Workload(
                it.id(),
                it.podLabels(),
                it.selector(),
                it.identity(),
                it.ports(),
                it.probes(),
                it.replicas(),
                memberships.of(it.id()),
                false,
                it.origin()))
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .toList();
  }

  /// One for each account that policies let somebody call and that no workload of the repo runs as.
  static List<Workload> implied(
      List<ImpliedAccount> implied,
      List<Workload> written,
      Memberships memberships,
      Assumptions assumptions) {
    Set<String> taken =
        written.stream().map(it -> it.identity().label()).collect(Collectors.toSet());
    var byAccount = new TreeMap<String, List<ImpliedAccount>>();
    for (ImpliedAccount it : implied) {
      String label = it.namespace() + "/" + it.account();
      if (!taken.contains(label)) {
        byAccount.computeIfAbsent(label, _ -> new ArrayList<>()).add(it);
      }
    }
    return byAccount.values().stream().map(it -> implied(it, memberships, assumptions)).toList();
  }

  /// Several policies may imply one account: the first in the order of their places names it.
  private static Workload implied(
      List<ImpliedAccount> of, Memberships memberships, Assumptions assumptions) {
    List<ImpliedAccount> sorted =
        of.stream()
            .sorted(
                Comparator.comparing(ImpliedAccount::origin).thenComparing(ImpliedAccount::plane))
            .toList();
    ImpliedAccount first = sorted.getFirst();
    Map<String, String> labels = new HashMap<>();
    sorted.forEach(it -> it.podLabels().forEach(labels::putIfAbsent));
    Membership membership =
        memberships.isMentioned(first.namespace())
            ? memberships.ofNamespace(first.namespace())
            : new Membership.Assumed(first.plane());
    return new Workload(
        new ResourceId("", "Workload", first.namespace(), first.account()),
        labels,
        Map.of(),
        new Identity(assumptions.trustDomain(), first.namespace(), first.account()),
        List.of(),
        List.of(),
        1,
        membership,
        true,
        first.origin());
  }
}
