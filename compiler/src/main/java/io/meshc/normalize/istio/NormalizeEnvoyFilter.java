package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.model.Extension;
import io.meshc.normalize.Declarations;
import java.util.List;

/// EnvoyFilter → nothing, if it is a mark: [Marks] resolves that in the policies that ask for it. Any other may do anything to
/// the workloads of its scope.
final class NormalizeEnvoyFilter {
  private NormalizeEnvoyFilter() {}

  static Declarations normalize(EnvoyFilter filter, List<Problem> problems) {
    if (filter.mark().isPresent()) {
      return Declarations.NONE;
    }
    problems.add(Carried.problem(filter.meta(), "what it may touch is unknown"));
    Extension extension =
        IstioPlane.unknown(
            filter.meta(),
            IstioPlane.scope(filter.meta(), Labels.of(filter.selector())),
            "EnvoyFilter `" + filter.meta().name() + "`",
            filter.meta().origin());
    return Part.extensions(List.of(extension));
  }
}
