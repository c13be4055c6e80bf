package io.meshc.normalize.kubernetes;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.HiddenObject;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.NetworkPolicyObject;
import io.meshc.dialect.kubernetes.OtherObject;
import io.meshc.dialect.kubernetes.ParseEndpoints;
import io.meshc.dialect.kubernetes.ParseNamespace;
import io.meshc.dialect.kubernetes.ParseNetworkPolicy;
import io.meshc.dialect.kubernetes.ParseService;
import io.meshc.dialect.kubernetes.ParseServiceAccount;
import io.meshc.dialect.kubernetes.ParseWorkload;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Declarations.DeclaredNamespace;
import io.meshc.normalize.Frontend;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Settings;
import io.meshc.yaml.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Kubernetes as an input.
///
/// Other kinds of its own are kept without a look: they neither run, name nor guard anything that a client in the cluster calls. An
/// Ingress brings in requests from outside, an autoscaler changes how many Pods there are and not which, and a PodTemplate runs
/// only where another object uses it.
public final class KubernetesFrontend implements Frontend {
  /// The kinds of each group. `extensions` is where workloads were until Kubernetes 1.16.
  private static final Map<String, Set<String>> KINDS =
      Map.of(
          "",
              Set.of(
                  "Namespace",
                  "Service",
                  "ServiceAccount",
                  "Endpoints",
                  "Pod",
                  "ReplicationController"),
          "discovery.k8s.io", Set.of("EndpointSlice"),
          "apps", Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"),
          "extensions", Set.of("Deployment", "DaemonSet", "ReplicaSet"),
          "batch", Set.of("Job", "CronJob"),
          "networking.k8s.io", Set.of("NetworkPolicy"),
          "argoproj.io", Set.of("Rollout"));

  @Override
  public boolean reads(Header header) {
    return KINDS.getOrDefault(header.group(), Set.of()).contains(header.kind());
  }

  @Override
  public Outcome<Optional<Resource>> parse(Document document, Header header, Settings settings) {
    String namespace = settings.defaultNamespace();
    return switch (header.kind()) {
      case "Namespace" -> ParseNamespace.parse(document, header).map(Optional::of);
      case "Service" -> ParseService.parse(document, header, namespace).map(Optional::of);
      case "Endpoints", "EndpointSlice" ->
          ParseEndpoints.parse(document, header, namespace).map(Optional::of);
      case "NetworkPolicy" ->
          ParseNetworkPolicy.parse(document, header, namespace).map(Optional::of);
      case "ServiceAccount" ->
          ParseServiceAccount.parse(document, header, namespace).map(Optional::of);
      default -> ParseWorkload.parse(document, header, namespace).map(Optional::of);
    };
  }

  /// A Rollout may run the template of a Deployment.
  @Override
  public List<Resource> generate(Resources resources) {
    return resources.of(WorkloadObject.class).stream()
        .<Resource>flatMap(it -> NormalizeRollout.withTemplate(it, resources).stream())
        .toList();
  }

  @Override
  public Outcome<Declarations> normalize(Resources resources, Settings settings) {
    var ledger = new Ledger();
    var problems = new ArrayList<Problem>();
    for (NamespaceObject it : resources.of(NamespaceObject.class)) {
      ledger.add(new DeclaredNamespace(it.meta().name(), it.meta().origin()));
    }
    for (WorkloadObject it : resources.of(WorkloadObject.class)) {
      it.rollout().ifPresent(rollout -> NormalizeRollout.normalize(it, rollout, ledger));
      NormalizeWorkload.normalize(it, settings.assumptions().trustDomain()).ifPresent(ledger::add);
    }
    List<HiddenObject> hidden =
        resources.of(HiddenObject.class).stream().filter(HiddenObject::isWorkload).toList();
    var endpoints = new WrittenEndpoints(resources, ledger);
    for (ServiceObject it : resources.of(ServiceObject.class)) {
      List<Declarations.DeclaredEndpoint> written = endpoints.of(it);
      problems.addAll(WrittenEndpoints.disagreements(written));
      NormalizeService.normalize(it, written, HiddenEndpoints.of(it, hidden))
          .ifPresent(ledger::add);
    }
    for (NetworkPolicyObject it : resources.of(NetworkPolicyObject.class)) {
      NormalizeNetworkPolicy.normalize(it, ledger, problems);
    }
    resources.of(OtherObject.class).forEach(it -> NormalizeNetworkPolicy.normalize(it, ledger));
    return new Outcome<>(ledger.close(), problems);
  }
}
