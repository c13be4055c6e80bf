package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.istio.proxy.TrafficExtension;
import io.meshc.dialect.istio.proxy.WasmPlugin;
import io.meshc.dialect.istio.registry.ServiceEntry;
import io.meshc.dialect.istio.registry.WorkloadEntry;
import io.meshc.dialect.istio.registry.WorkloadGroup;
import io.meshc.dialect.istio.security.WorkloadSelector;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Plane;
import io.meshc.model.Scope;
import io.meshc.normalize.Declarations;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Kinds that are read and checked, and whose effect on a decision the model does not carry: what they may touch is unknown.
/// Telemetry and ProxyConfig are not among them, as no request passes or fails by them.
final class Carried {
  private static final String UNKNOWN = "decisions that it may touch are unknown";

  private Carried() {}

  static Declarations normalize(Resources resources, List<Problem> problems) {
    var parts = new ArrayList<Declarations>();
    for (ServiceEntry it : resources.of(ServiceEntry.class)) {
      problems.add(problem(it.meta(), UNKNOWN));
      parts.add(Part.egress(List.of(outside(it))));
    }
    for (WorkloadEntry it : resources.of(WorkloadEntry.class)) {
      parts.add(anything(it, new Scope.Everywhere(), problems));
    }
    for (WorkloadGroup it : resources.of(WorkloadGroup.class)) {
      parts.add(anything(it, new Scope.Everywhere(), problems));
    }
    for (WasmPlugin it : resources.of(WasmPlugin.class)) {
      boolean attached = it.targetRef().isPresent() || !it.targetRefs().isEmpty();
      parts.add(anything(it, scope(it.meta(), it.selector(), attached), problems));
    }
    for (TrafficExtension it : resources.of(TrafficExtension.class)) {
      boolean attached = !it.targetRefs().isEmpty();
      parts.add(anything(it, scope(it.meta(), it.selector(), attached), problems));
    }
    return Declarations.join(parts);
  }

  static Problem problem(Meta meta, String effect) {
    String message = "`" + meta.id().kind() + "` is not understood yet: " + effect;
    return new Problem(Problem.Kind.NOT_MODELLED, meta.origin(), message, "").in(meta.id());
  }

  /// It may put any host within reach, or take it out of it.
  private static EgressPolicy outside(ServiceEntry entry) {
    return new EgressPolicy(
        entry.meta().id(),
        IstioPlane.ID,
        new Scope.Everywhere(),
        Plane.Egress.UNKNOWN,
        entry.meta().origin());
  }

  private static Declarations anything(Resource resource, Scope scope, List<Problem> problems) {
    Meta meta = resource.meta();
    problems.add(problem(meta, UNKNOWN));
    String what = "`" + meta.id().label() + "`, which is not understood,";
    return Part.extensions(List.of(IstioPlane.unknown(meta, scope, what, meta.origin())));
  }

  /// What is attached to a [TargetRef] may be anywhere in the mesh.
  private static Scope scope(Meta meta, Optional<WorkloadSelector> selector, boolean attached) {
    Map<String, At<String>> labels = selector.map(WorkloadSelector::matchLabels).orElse(Map.of());
    return attached ? new Scope.Everywhere() : IstioPlane.scope(meta, Labels.of(labels));
  }
}
