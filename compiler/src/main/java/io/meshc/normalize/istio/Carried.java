package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.istio.proxy.TrafficExtension;
import io.meshc.dialect.istio.proxy.WasmPlugin;
import io.meshc.dialect.istio.registry.WorkloadEntry;
import io.meshc.dialect.istio.security.WorkloadSelector;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.model.Scope;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Kinds that are read and checked, and whose effect on a decision the model does not carry: what they may touch is unknown.
/// Telemetry and ProxyConfig are not among them, as no request passes or fails by them, nor is a WorkloadGroup, which is a template.
final class Carried {
  private static final String CONTROLLED_BY = "topology.istio.io/controlPlaneClusters";
  private static final String UNKNOWN = "decisions that it may touch are unknown";

  private final IstioPlane plane;
  private final Ledger ledger;
  private final List<Problem> problems;

  private Carried(IstioPlane plane, Ledger ledger, List<Problem> problems) {
    this.plane = plane;
    this.ledger = ledger;
    this.problems = problems;
  }

  static void normalize(
      Resources resources, IstioPlane plane, Ledger ledger, List<Problem> problems) {
    var carried = new Carried(plane, ledger, problems);
    resources.of(NamespaceObject.class).forEach(carried::controlledFromElsewhere);
    for (WorkloadEntry it : resources.of(WorkloadEntry.class)) {
      if (isSelected(it, resources)) {
        carried.anything(it, new Scope.InNamespace(it.meta().namespace()));
      }
    }
    for (WasmPlugin it : resources.of(WasmPlugin.class)) {
      boolean attached = it.targetRef().isPresent() || !it.targetRefs().isEmpty();
      carried.anything(it, carried.scope(it.meta(), it.selector(), attached));
    }
    for (TrafficExtension it : resources.of(TrafficExtension.class)) {
      boolean attached = !it.targetRefs().isEmpty();
      carried.anything(it, carried.scope(it.meta(), it.selector(), attached));
    }
  }

  /// Those that only ServiceEntries select are endpoints of these.
  private static boolean isSelected(WorkloadEntry entry, Resources resources) {
    Map<String, String> labels = Labels.of(entry.endpoint().labels());
    return resources.of(ServiceObject.class).stream()
        .filter(it -> it.meta().namespace().equals(entry.meta().namespace()))
        .map(it -> Labels.of(it.selector()))
        .anyMatch(it -> !it.isEmpty() && labels.entrySet().containsAll(it.entrySet()));
  }

  /// The root namespace of a cluster whose control plane stands in another one names that one: what is configured there counts for the
  /// proxies here.
  ///
  /// Source: istio.io, "Install Primary-Remote".
  private void controlledFromElsewhere(NamespaceObject namespace) {
    At<String> clusters = namespace.meta().annotations().get(CONTROLLED_BY);
    if (clusters == null || !namespace.meta().name().equals(plane.rootNamespace())) {
      return;
    }
    String what = "the control plane of another cluster, `" + clusters.value() + "`,";
    ledger.add(
        IstioPlane.unknown(namespace.meta(), new Scope.Everywhere(), what, clusters.origin()));
    String message =
        "the control plane stands in cluster `"
            + clusters.value()
            + "`, whose policies count here: "
            + UNKNOWN;
    problems.add(
        new Problem(Problem.Kind.NOT_MODELLED, clusters.origin(), message, "")
            .in(namespace.meta().id()));
  }

  static Problem problem(Meta meta, String effect) {
    String message = "`" + meta.id().kind() + "` is not understood yet: " + effect;
    return new Problem(Problem.Kind.NOT_MODELLED, meta.origin(), message, "").in(meta.id());
  }

  private void anything(Resource resource, Scope scope) {
    Meta meta = resource.meta();
    problems.add(problem(meta, UNKNOWN));
    String what = "`" + meta.id().label() + "`, which is not understood,";
    ledger.add(IstioPlane.unknown(meta, scope, what, meta.origin()));
  }

  /// What is attached to a [TargetRef] may be anywhere in the mesh.
  private Scope scope(Meta meta, Optional<WorkloadSelector> selector, boolean attached) {
    Map<String, At<String>> labels = selector.map(WorkloadSelector::matchLabels).orElse(Map.of());
    return attached ? new Scope.Everywhere() : plane.scope(meta, Labels.of(labels));
  }
}
