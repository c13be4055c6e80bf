package io.meshc.normalize.kubernetes;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.kubernetes.NetworkPolicyObject;
import io.meshc.dialect.kubernetes.OtherObject;
import io.meshc.model.Extension;
import io.meshc.model.Extension.Touches;
import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.normalize.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Policies of the cluster's network → an [Extension] at the Pods that they are about: it may deny what the mesh allows, and never
/// the other way round.
final class NormalizeNetworkPolicy {
  /// Policies of network plugins and of administrators, and whether they are about the whole cluster. None of them is looked into.
  private static final Map<String, Set<String>> OTHERS =
      Map.of(
          "cilium.io", Set.of("CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy"),
          "crd.projectcalico.org", Set.of("NetworkPolicy", "GlobalNetworkPolicy"),
          "projectcalico.org", Set.of("NetworkPolicy", "GlobalNetworkPolicy"),
          "policy.networking.k8s.io",
              Set.of("AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy"));

  private NormalizeNetworkPolicy() {}

  static void normalize(NetworkPolicyObject policy, Ledger ledger, List<Problem> problems) {
    if (policy.narrowsIngress()) {
      Map<String, String> labels = Labels.of(policy.selector());
      String namespace = policy.meta().namespace();
      Scope scope =
          labels.isEmpty()
              ? new Scope.InNamespace(namespace)
              : new Scope.Selected(namespace, labels);
      ledger.add(extension(policy.meta(), scope));
    }
    if (policy.narrowsEgress()) {
      problems.add(
          new Problem(
                  Problem.Kind.NOT_MODELLED,
                  policy.meta().origin(),
                  "the policy says whom its Pods may call: what meshc says of requests from them does not see it",
                  "")
              .in(policy.meta().id()));
    }
  }

  static void normalize(OtherObject object, Ledger ledger) {
    Meta meta = object.meta();
    if (OTHERS.getOrDefault(meta.id().group(), Set.of()).contains(meta.id().kind())) {
      boolean everywhere =
          !meta.id().kind().equals("NetworkPolicy")
              && !meta.id().kind().equals("CiliumNetworkPolicy");
      Scope scope = everywhere ? new Scope.Everywhere() : new Scope.InNamespace(meta.namespace());
      ledger.add(extension(meta, scope));
    }
  }

  private static Extension extension(Meta meta, Scope scope) {
    return new Extension(
        meta.id(),
        PlaneId.CLUSTER,
        scope,
        "`" + meta.id().label() + "`, below the mesh,",
        Touches.MAY_DENY,
        meta.origin());
  }
}
