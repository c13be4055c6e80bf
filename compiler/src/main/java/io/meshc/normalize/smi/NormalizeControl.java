package io.meshc.normalize.smi;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.dialect.osm.MeshConfig;
import io.meshc.dialect.osm.MeshConfig.Exclusion;
import io.meshc.dialect.osm.OsmObject;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Extension;
import io.meshc.model.Extension.Touches;
import io.meshc.model.LoadBalancing;
import io.meshc.model.PeerTls;
import io.meshc.model.Plane;
import io.meshc.model.Scope;
import io.meshc.model.match.PathNormalization;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The control plane itself: its defaults, its transport, and what it is told that meshc cannot look into.
final class NormalizeControl {
  /// For what SMI takes for granted and no object says.
  private static final ResourceId NOBODY = new ResourceId("", "Mesh", "", "smi");

  private final Control control;
  private final Ledger ledger;
  private final List<Problem> problems;

  private NormalizeControl(Control control, Ledger ledger, List<Problem> problems) {
    this.control = control;
    this.ledger = ledger;
    this.problems = problems;
  }

  static void normalize(
      Control control, Resources resources, Ledger ledger, List<Problem> problems) {
    var normalize = new NormalizeControl(control, ledger, problems);
    normalize.plane();
    if (control.isMutual()) {
      normalize.transport();
    }
    resources.of(MeshConfig.class).forEach(normalize::config);
    resources.of(OsmObject.class).forEach(normalize::object);
    resources.of(WorkloadObject.class).forEach(normalize::excluded);
  }

  /// Open Service Mesh answers a denied client by its routes: 404 where none matches, 403 where one for another client does,
  /// and its client proxies know only endpoints that grant them something. In permissive mode they know all. Routes stand in the
  /// order of Go's maps (openservicemesh/osm#5297). A client's proxy has one table of hosts for each port, with the names of the
  /// Services that it knows, and answers 404 to any other.
  private void plane() {
    boolean trims = control.osm() && control.posture() == Plane.Posture.CLOSED;
    ledger.add(
        new Plane(
            Control.PLANE,
            control.posture(),
            Plane.Denial.BY_ROUTE,
            trims ? Plane.Endpoints.GRANTED : Plane.Endpoints.ALL,
            PathNormalization.NONE,
            control.egress(),
            control.osm() ? LoadBalancing.ROUND_ROBIN : LoadBalancing.UNKNOWN,
            OsmPorts.READING,
            control.osm() ? Plane.Overlap.ANY_FIRST : Plane.Overlap.SUM,
            control.osm() ? Plane.Addressing.NAME : Plane.Addressing.UNKNOWN,
            control.origin()));
  }

  /// Open Service Mesh takes mutual TLS alone, in permissive mode too (openservicemesh/osm#2986); SMI's access control
  /// rests on identities, which nothing else proves.
  private void transport() {
    ResourceId resource = control.config().map(it -> it.meta().id()).orElse(NOBODY);
    ledger.add(
        new PeerTls(
            resource,
            Control.PLANE,
            new Scope.Everywhere(),
            At.of(PeerTls.Mode.STRICT, control.origin()),
            Map.of(),
            control.origin()));
  }

  private void config(MeshConfig config) {
    if (!config.isRead()) {
      problems.add(
          new Problem(
                  Problem.Kind.INVALID_VALUE,
                  config.meta().origin(),
                  "MeshConfig `" + config.meta().name() + "` has no effect",
                  "Open Service Mesh reads the one named `" + MeshConfig.NAME + "` alone")
              .in(config.meta().id()));
      return;
    }
    config
        .externalAuthorization()
        .filter(MeshConfig.ExternalAuthorization::isOn)
        .ifPresent(it -> {
          Origin origin = it.enable().map(At::origin).orElse(config.meta().origin());
          notModelled(config.meta(), origin, "external authorization", Touches.MAY_DENY);
        });
    config.exclusions().forEach(it -> exclusion(config, it));
  }

  /// What comes in past the proxy meets no check at all; what goes out past it arrives without an identity.
  private void exclusion(MeshConfig config, At<Exclusion> exclusion) {
    String field = exclusion.value().field();
    Touches touches = exclusion.value().isInbound() ? Touches.ANYTHING : Touches.MAY_DENY;
    notModelled(config.meta(), exclusion.origin(), "`" + field + "`", touches);
    if (!exclusion.value().isInbound()) {
      unknownEgress(config.meta(), exclusion.origin());
    }
  }

  /// Annotations of Pods that take ports or addresses past the proxy, such as `inbound-port-exclusion-list`.
  private void excluded(WorkloadObject workload) {
    workload
        .pod()
        .ifPresent(pod ->
            new TreeMap<>(pod.annotations())
                .forEach((key, value) -> {
                  if (key.startsWith(Control.MARK) && key.contains("clusion-list")) {
                    excluded(workload, pod, key, value.origin());
                  }
                }));
  }

  private void excluded(WorkloadObject workload, PodTemplate pod, String key, Origin origin) {
    var labels = new TreeMap<String, String>();
    pod.labels().forEach((label, text) -> labels.put(label, text.value()));
    String namespace = workload.meta().namespace();
    Scope scope =
        labels.isEmpty() ? new Scope.InNamespace(namespace) : new Scope.Selected(namespace, labels);
    Touches touches = key.contains("/outbound") ? Touches.MAY_DENY : Touches.ANYTHING;
    notModelled(workload.meta(), scope, origin, "`" + key + "`", touches);
  }

  private void notModelled(Meta meta, Origin origin, String what, Touches touches) {
    notModelled(meta, new Scope.Everywhere(), origin, what, touches);
  }

  private void notModelled(Meta meta, Scope scope, Origin origin, String what, Touches touches) {
    ledger.add(new Extension(meta.id(), Control.PLANE, scope, what, touches, origin));
    problems.add(
        new Problem(
                Problem.Kind.NOT_MODELLED,
                origin,
                what + " is not looked into: decisions that it may touch are unknown",
                "")
            .in(meta.id()));
  }

  /// What each kind may touch. Retry, Telemetry, ExtensionService and MeshRootCertificate change no decision.
  private void object(OsmObject object) {
    Meta meta = object.meta();
    switch (object.kind()) {
      case "IngressBackend" -> extension(meta, Touches.ANYTHING);
      // Rate limits refuse; connection settings do too when they are exhausted.
      case "UpstreamTrafficSetting" -> extension(meta, Touches.MAY_DENY);
      case "Egress" -> {
        if (control.egress() != Plane.Egress.OPEN) {
          unknownEgress(meta, meta.origin());
        }
      }
      default -> {}
    }
  }

  private void extension(Meta meta, Touches touches) {
    ledger.add(
        new Extension(
            meta.id(),
            Control.PLANE,
            new Scope.InNamespace(meta.namespace()),
            "`" + meta.id().label() + "`",
            touches,
            meta.origin()));
  }

  private void unknownEgress(Meta meta, Origin origin) {
    ledger.add(
        new EgressPolicy(
            meta.id(), Control.PLANE, new Scope.Everywhere(), Plane.Egress.UNKNOWN, origin));
  }
}
