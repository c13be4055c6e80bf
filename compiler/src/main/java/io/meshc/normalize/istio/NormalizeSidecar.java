package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Plane;
import io.meshc.model.Scope;
import io.meshc.normalize.Declarations;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Sidecar → what happens to unknown hosts. One that says more may hide Services from its clients or redirect what comes in,
/// which could touch any workload that they call.
///
/// Source: istio.io, "Sidecar", field `outboundTrafficPolicy`.
final class NormalizeSidecar {
  private NormalizeSidecar() {}

  static Declarations normalize(Sidecar sidecar, List<Problem> problems) {
    Scope scope =
        IstioPlane.scope(
            sidecar.meta(),
            Labels.of(sidecar.workloadSelector().map(it -> it.labels()).orElse(Map.of())));
    List<EgressPolicy> egress =
        sidecar.outboundTrafficPolicy().stream()
            .map(it ->
                new EgressPolicy(sidecar.meta().id(), IstioPlane.ID, scope, mode(it), it.origin()))
            .toList();
    var unclear = unclear(sidecar);
    if (unclear.isEmpty()) {
      return Part.egress(egress);
    }
    for (Origin it : unclear) {
      String message = "`" + it.path() + "` is not modelled: what it may touch is unknown";
      problems.add(new Problem(Problem.Kind.NOT_MODELLED, it, message, "").in(sidecar.meta().id()));
    }
    return Declarations.join(
        List.of(
            Part.egress(egress),
            Part.extensions(
                List.of(
                    IstioPlane.unknown(
                        sidecar.meta(),
                        new Scope.Everywhere(),
                        "a Sidecar that limits hosts",
                        unclear.getFirst())))));
  }

  private static Plane.Egress mode(Sidecar.OutboundTrafficPolicy policy) {
    return policy.mode().map(it -> it.value()).orElse(Sidecar.Outbound.REGISTRY_ONLY)
            == Sidecar.Outbound.ALLOW_ANY
        ? Plane.Egress.OPEN
        : Plane.Egress.CLOSED;
  }

  /// Where it says more than which hosts outside are within reach. An egress listener that names every host of every namespace
  /// is the default, written out.
  private static List<Origin> unclear(Sidecar sidecar) {
    var places = new ArrayList<Origin>();
    sidecar.ingress().forEach(it -> places.add(it.origin()));
    for (Sidecar.Egress it : sidecar.egress()) {
      boolean all =
          it.port().isEmpty()
              && it.bind().isEmpty()
              && it.captureMode().isEmpty()
              && it.hosts().stream().anyMatch(host -> host.value().equals("*/*"));
      if (!all) {
        places.add(it.origin());
      }
    }
    sidecar
        .outboundTrafficPolicy()
        .flatMap(Sidecar.OutboundTrafficPolicy::egressProxy)
        .ifPresent(it -> places.add(it.origin()));
    return places;
  }
}
