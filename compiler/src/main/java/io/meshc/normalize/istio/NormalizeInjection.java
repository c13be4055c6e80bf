package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.PeerAuthentication;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.model.Extension;
import io.meshc.model.Membership;
import io.meshc.model.Scope;
import io.meshc.normalize.Declarations.Enrolment;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.gateway.MadeProxies;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Labels that ask for a sidecar, or for the proxy of the node → membership.
///
/// A namespace is in by `istio-injection: enabled` or `istio.io/rev`; a Pod's own `sidecar.istio.io/inject`, as a label or
/// else as an annotation, goes before that, but not before `istio-injection: disabled`, and Pods on the node's network get
/// no sidecar at all. A namespace that has policies and no Namespace object is assumed to be in.
///
/// Source: istio.io, "Installing the Sidecar", table of the injection logic.
final class NormalizeInjection {
  private static final String NAMESPACE = "istio-injection";
  private static final String REVISION = "istio.io/rev";
  private static final String POD = "sidecar.istio.io/inject";
  private static final String AMBIENT = "istio.io/dataplane-mode";

  private static final String CAPTURE = "traffic.sidecar.istio.io/";

  private NormalizeInjection() {}

  /// Whether an object of Kubernetes speaks of Istio.
  static boolean asksForIstio(Resource resource) {
    if (resource instanceof NamespaceObject namespace) {
      return namespace.meta().labels().containsKey(NAMESPACE)
          || namespace.meta().labels().containsKey(REVISION)
          || namespace.meta().labels().containsKey(AMBIENT);
    }
    return resource instanceof WorkloadObject workload
        && workload.pod().flatMap(NormalizeInjection::inject).isPresent();
  }

  static void normalize(
      Resources resources, IstioPlane plane, Ledger ledger, List<Problem> problems) {
    var disabled = new HashSet<String>();
    var ambient = new HashSet<String>();
    for (NamespaceObject it : resources.of(NamespaceObject.class)) {
      ofNamespace(it)
          .ifPresent(membership -> {
            ledger.add(new Enrolment(it.meta().name(), Optional.empty(), membership));
            if (!membership.isMeshed()) {
              disabled.add(it.meta().name());
            }
            if (membership instanceof Membership.Ambient) {
              ambient.add(it.meta().name());
            }
          });
    }
    // A mark on a Pod alone is no sign of Istio: another mesh does not read it.
    boolean shown = shows(resources);
    for (WorkloadObject it : resources.of(WorkloadObject.class)) {
      if (!shown) {
        break;
      }
      captured(it, problems).forEach(ledger::add);
      it.pod()
          .flatMap(pod ->
              ofPod(
                  pod,
                  disabled.contains(it.meta().namespace()),
                  ambient.contains(it.meta().namespace())))
          .ifPresent(membership ->
              ledger.add(
                  new Enrolment(it.meta().namespace(), Optional.of(it.meta().id()), membership)));
    }
    assumed(resources, plane).forEach(ledger::add);
  }

  private static boolean shows(Resources resources) {
    return resources.all().stream()
        .anyMatch(it -> !(it instanceof WorkloadObject) && IstioFrontend.isOfIstio(it));
  }

  /// Annotations that take ports or addresses past the proxy: what they touch is not looked into.
  private static List<Extension> captured(WorkloadObject workload, List<Problem> problems) {
    var extensions = new ArrayList<Extension>();
    workload
        .pod()
        .ifPresent(pod ->
            new TreeMap<>(pod.annotations())
                .forEach((key, value) -> {
                  if (key.startsWith(CAPTURE)) {
                    extensions.add(extension(workload, pod, key, value));
                    problems.add(
                        new Problem(
                                Problem.Kind.NOT_MODELLED,
                                value.origin(),
                                "annotation `"
                                    + key
                                    + "` is not looked into: decisions that it may touch are"
                                    + " unknown",
                                "")
                            .in(workload.meta().id()));
                  }
                }));
    return extensions;
  }

  private static Extension extension(
      WorkloadObject workload, PodTemplate pod, String key, At<String> value) {
    var labels = new TreeMap<String, String>();
    pod.labels().forEach((label, text) -> labels.put(label, text.value()));
    String namespace = workload.meta().namespace();
    Scope scope =
        labels.isEmpty() ? new Scope.InNamespace(namespace) : new Scope.Selected(namespace, labels);
    return new Extension(
        workload.meta().id(),
        IstioPlane.ID,
        scope,
        "`" + key + "`",
        Extension.Touches.ANYTHING,
        value.origin());
  }

  private static Optional<Membership> ofNamespace(NamespaceObject namespace) {
    Map<String, At<String>> labels = namespace.meta().labels();
    At<String> injection = labels.get(NAMESPACE);
    if (injection != null && injection.value().equals("enabled")) {
      return Optional.of(new Membership.Sidecar(IstioPlane.ID, injection.origin()));
    }
    Optional<Membership> ambient = ambient(labels);
    if (ambient.isPresent()) {
      return ambient;
    }
    if (injection != null) {
      return Optional.of(new Membership.Outside(injection.origin()));
    }
    return Optional.ofNullable(labels.get(REVISION))
        .map(it -> new Membership.Sidecar(IstioPlane.ID, it.origin()));
  }

  /// Whether the proxy of the node takes what comes and goes.
  private static Optional<Membership> ambient(Map<String, At<String>> labels) {
    return Optional.ofNullable(labels.get(AMBIENT))
        .map(it ->
            it.value().equals("ambient")
                ? new Membership.Ambient(IstioPlane.ID, it.origin())
                : new Membership.Outside(it.origin()));
  }

  /// @param ambient the namespace is: then a Pod without a sidecar is, too
  private static Optional<Membership> ofPod(PodTemplate pod, boolean disabled, boolean ambient) {
    At<String> gateway = pod.labels().get(MadeProxies.LABEL);
    if (gateway != null) {
      // The proxy is all that runs there.
      return Optional.of(new Membership.Sidecar(IstioPlane.ID, gateway.origin()));
    }
    Optional<At<Boolean>> hostNetwork = pod.hostNetwork().filter(At::value);
    if (hostNetwork.isPresent()) {
      return hostNetwork.map(it -> new Membership.Outside(it.origin()));
    }
    Optional<Membership> ofNode = ambient(pod.labels());
    boolean refused = inject(pod).filter(it -> !it.value().equals("true")).isPresent();
    if ((ofNode.isPresent() && (refused || inject(pod).isEmpty())) || (ambient && refused)) {
      return ofNode;
    }
    return inject(pod)
        .filter(it -> !disabled)
        .map(it ->
            it.value().equals("true")
                ? new Membership.Sidecar(IstioPlane.ID, it.origin())
                : new Membership.Outside(it.origin()));
  }

  private static Optional<At<String>> inject(PodTemplate pod) {
    return Optional.ofNullable(pod.labels().get(POD))
        .or(() -> Optional.ofNullable(pod.annotations().get(POD)));
  }

  private static List<Enrolment> assumed(Resources resources, IstioPlane plane) {
    Set<String> declared =
        resources.of(NamespaceObject.class).stream()
            .map(it -> it.meta().name())
            .collect(Collectors.toSet());
    return resources.all().stream()
        .filter(it -> it instanceof AuthorizationPolicy || it instanceof PeerAuthentication)
        .filter(it -> !plane.isRoot(it.meta()))
        .map(it -> it.meta().namespace())
        .distinct()
        .filter(it -> !declared.contains(it))
        .map(it -> new Enrolment(it, Optional.empty(), new Membership.Assumed(IstioPlane.ID)))
        .toList();
  }
}
