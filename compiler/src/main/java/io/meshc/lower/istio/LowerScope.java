package io.meshc.lower.istio;

import io.meshc.diag.CompilerBug;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Output.ObjectEdit;
import io.meshc.lower.Region;
import io.meshc.model.Authorization;
import io.meshc.model.Scope;
import io.meshc.model.Workload;
import io.meshc.model.match.Match;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A scope → selections of Pods. Istio selects by labels alone, so that an account is the labels of its workloads; where these
/// would also select Pods of another account, the Pods get a label of their own.
final class LowerScope {
  static final String ACCOUNT_LABEL = "meshc.io/service-account";

  private LowerScope() {}

  /// @param selections each for a policy of its own
  /// @param edits that the selections need
  record Selected(List<Selection> selections, List<ObjectEdit> edits) {
    static Selected of(Selection only) {
      return new Selected(List.of(only), List.of());
    }
  }

  static Lowered<Selected> lower(Authorization policy, Translation translation) {
    String root = translation.options().rootNamespace();
    return switch (policy.scope()) {
      case Scope.Everywhere() -> exact(root, Map.of(), policy.scope(), translation);
      case Scope.SelectedAnywhere(var labels) -> exact(root, labels, policy.scope(), translation);
      case Scope.InNamespace(var namespace) ->
          exact(namespace, Map.of(), policy.scope(), translation);
      case Scope.Selected(var namespace, var labels) ->
          exact(namespace, labels, policy.scope(), translation);
      case Scope.OfAccount(var namespace, var account) ->
          ofAccount(namespace, account, policy, translation);
      case Scope.Attached _ ->
          throw new CompilerBug(policy.origin(), "only Istio has waypoints, and it stays as it is");
    };
  }

  private static Lowered<Selected> exact(
      String namespace, Map<String, String> labels, Scope scope, Translation translation) {
    List<Workload> workloads =
        translation.mesh().workloads().stream().filter(scope::includes).toList();
    return Lowered.exact(Selected.of(new Selection(namespace, labels, "", workloads)));
  }

  private static Lowered<Selected> ofAccount(
      String namespace, String account, Authorization policy, Translation translation) {
    List<Workload> workloads =
        translation.lookup().workloadsOf(namespace, account).stream()
            .filter(it -> !it.implied() && translation.moves(it.membership()))
            .toList();
    Map<String, String> own = Map.of(ACCOUNT_LABEL, account);
    if (workloads.isEmpty()) {
      Selected selected = Selected.of(new Selection(namespace, own, "", List.of()));
      return Lowered.approximated(selected, unlabelled(account, policy));
    }
    var byLabels = new LinkedHashMap<Map<String, String>, List<Workload>>();
    for (Workload workload : workloads) {
      Map<String, String> labels =
          workload.selector().isEmpty() ? workload.podLabels() : workload.selector();
      byLabels.computeIfAbsent(labels, _ -> new ArrayList<>()).add(workload);
    }
    if (byLabels.keySet().stream().anyMatch(it -> isShared(it, namespace, account, translation))) {
      return Lowered.exact(
          new Selected(
              List.of(new Selection(namespace, own, "", workloads)),
              labelEdits(account, workloads, translation)));
    }
    var selections = new ArrayList<Selection>();
    byLabels.forEach((labels, selected) -> {
      String suffix = byLabels.size() == 1 ? "" : "-" + selected.getFirst().id().name();
      selections.add(new Selection(namespace, labels, suffix, selected));
    });
    return Lowered.exact(new Selected(selections, List.of()));
  }

  /// Whether labels select nothing at all in particular, or Pods of another account too.
  private static boolean isShared(
      Map<String, String> labels, String namespace, String account, Translation translation) {
    return labels.isEmpty()
        || translation.mesh().workloads().stream()
            .filter(it -> it.namespace().equals(namespace) && it.isSelectedBy(labels))
            .anyMatch(it -> !it.identity().account().equals(account));
  }

  /// A workload that a controller makes is a copy of one that is written, its labels included.
  private static List<ObjectEdit> labelEdits(
      String account, List<Workload> workloads, Translation translation) {
    String because = "policies of account `" + account + "` select its Pods by this label";
    return workloads.stream()
        .filter(it -> translation.isWritten(it.id()))
        .<ObjectEdit>map(it ->
            new ObjectEdit.Set(
                it.id(),
                LowerMembership.podPath(it.id(), "labels", ACCOUNT_LABEL),
                account,
                because))
        .toList();
  }

  private static Loss unlabelled(String account, Authorization policy) {
    String label = "`" + ACCOUNT_LABEL + ": " + account + "`";
    return new Loss(
        policy.origin(),
        Optional.of(policy.resource()),
        Feature.ACCOUNT_SCOPE.label(),
        Effect.NARROWS_ACCESS,
        Region.at(policy.scope(), Match.ANY),
        "no workload in the repo runs as account `"
            + account
            + "`: until its Pods carry the label "
            + label
            + ", nobody may call them",
        "add the label " + label + " to the Pods, or give meshc the manifests of the workload");
  }
}
