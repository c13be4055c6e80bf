package io.meshc.normalize.istio;

import io.meshc.dialect.istio.Gap;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Plane;
import io.meshc.model.Scope;
import io.meshc.normalize.Declarations;
import java.util.List;

/// Sidecar → what happens to unknown hosts. One with a gap may hide Services from its clients or redirect what comes in,
/// which could touch any workload that they call.
///
/// Source: istio.io, "Sidecar", field `outboundTrafficPolicy`.
final class NormalizeSidecar {
  private NormalizeSidecar() {}

  static Declarations normalize(Sidecar sidecar) {
    Scope scope = IstioPlane.scope(sidecar.meta(), Labels.of(sidecar.selector()));
    List<EgressPolicy> egress =
        sidecar.outbound().stream()
            .map(it ->
                new EgressPolicy(
                    sidecar.meta().id(),
                    IstioPlane.ID,
                    scope,
                    switch (it.value()) {
                      case REGISTRY_ONLY -> Plane.Egress.CLOSED;
                      case ALLOW_ANY -> Plane.Egress.OPEN;
                    },
                    it.origin()))
            .toList();
    List<Declarations> parts =
        List.of(
            Part.egress(egress),
            Part.extensions(
                sidecar.gaps().stream()
                    .map(Gap::origin)
                    .map(it ->
                        IstioPlane.unknown(
                            sidecar.meta(),
                            new Scope.Everywhere(),
                            "a Sidecar that limits hosts",
                            it))
                    .limit(1)
                    .toList()));
    return Declarations.join(parts);
  }
}
