package io.meshc.normalize.linkerd;

import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.dialect.linkerd.policy.AuthorizationPolicy;
import io.meshc.dialect.linkerd.policy.Server;
import io.meshc.dialect.linkerd.policy.ServerAuthorization;
import io.meshc.model.Membership;
import io.meshc.normalize.Declarations.Enrolment;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Annotations that ask for a proxy → membership. What a Pod says goes before what its namespace says; Pods on the node's network get
/// none. A namespace that has policies and no Namespace object is assumed to be in.
///
/// Source: linkerd.io, "Automatic Proxy Injection"; linkerd/linkerd2, pkg/inject.
final class NormalizeInjection {
  private static final Set<String> IN = Set.of("enabled", "ingress");
  private static final String WEBHOOKS = Annotations.CONFIG + "admission-webhooks";

  /// What `linkerd inject --manual` writes into a Pod.
  private static final String PROXY = "linkerd-proxy";

  private final LinkerdPlane plane;

  NormalizeInjection(LinkerdPlane plane) {
    this.plane = plane;
  }

  /// Whether an object of Kubernetes speaks of Linkerd.
  static boolean asksForLinkerd(Resource resource) {
    if (resource instanceof NamespaceObject namespace) {
      return Annotations.any(namespace.meta().annotations());
    }
    return resource instanceof WorkloadObject workload
        && workload
            .pod()
            .filter(it -> Annotations.any(it.annotations()) || hasProxy(it))
            .isPresent();
  }

  void normalize(Resources resources, Ledger ledger) {
    for (NamespaceObject it : resources.of(NamespaceObject.class)) {
      ofNamespace(it)
          .ifPresent(membership ->
              ledger.add(new Enrolment(it.meta().name(), Optional.empty(), membership)));
    }
    for (WorkloadObject it : resources.of(WorkloadObject.class)) {
      it.pod()
          .flatMap(this::ofPod)
          .ifPresent(membership ->
              ledger.add(
                  new Enrolment(it.meta().namespace(), Optional.of(it.meta().id()), membership)));
    }
    assumed(resources)
        .forEach(it ->
            ledger.add(
                new Enrolment(it, Optional.empty(), new Membership.Assumed(LinkerdPlane.ID))));
  }

  private static Optional<Membership> ofNamespace(NamespaceObject namespace) {
    At<String> webhooks = namespace.meta().labels().get(WEBHOOKS);
    if (webhooks != null && webhooks.value().equals("disabled")) {
      return Optional.of(new Membership.Outside(webhooks.origin()));
    }
    return inject(namespace.meta().annotations());
  }

  private Optional<Membership> ofPod(PodTemplate pod) {
    Optional<At<Boolean>> hostNetwork = pod.hostNetwork().filter(At::value);
    if (hostNetwork.isPresent() && !hasProxy(pod)) {
      return hostNetwork.map(it -> new Membership.Outside(it.origin()));
    }
    if (hasProxy(pod)) {
      return Optional.of(new Membership.Sidecar(LinkerdPlane.ID, proxy(pod)));
    }
    return withoutToken(pod).or(() -> inject(pod.annotations()));
  }

  /// A Pod that refuses the token of its account has none for a proxy, unless proxies are given tokens of their own, as they are by
  /// default since Linkerd 2.12 (linkerd/linkerd2#7117).
  private Optional<Membership> withoutToken(PodTemplate pod) {
    boolean own = plane.config().values().projectsTokens().map(At::value).orElse(true);
    return own
        ? Optional.empty()
        : pod.mountsToken()
            .filter(it -> !it.value())
            .map(it -> new Membership.Outside(it.origin()));
  }

  /// A word that is none of Linkerd's asks for nothing.
  private static Optional<Membership> inject(Map<String, At<String>> annotations) {
    return Optional.ofNullable(annotations.get(Annotations.INJECT))
        .map(it ->
            IN.contains(it.value())
                ? new Membership.Sidecar(LinkerdPlane.ID, it.origin())
                : new Membership.Outside(it.origin()));
  }

  private static boolean hasProxy(PodTemplate pod) {
    return pod.containers().stream().anyMatch(it -> it.name().equals(PROXY));
  }

  private static Origin proxy(PodTemplate pod) {
    return pod.containers().stream()
        .filter(it -> it.name().equals(PROXY))
        .map(PodTemplate.Container::origin)
        .findFirst()
        .orElse(pod.origin());
  }

  private static Set<String> assumed(Resources resources) {
    Set<String> declared =
        resources.of(NamespaceObject.class).stream()
            .map(it -> it.meta().name())
            .collect(Collectors.toSet());
    var names = new TreeSet<String>();
    for (Resource it : resources.all()) {
      if (it instanceof Server
          || it instanceof ServerAuthorization
          || it instanceof AuthorizationPolicy) {
        names.add(it.meta().namespace());
      }
    }
    names.removeAll(declared);
    return names;
  }
}
