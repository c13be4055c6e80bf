package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.normalize.Ledger;
import java.util.List;

/// EnvoyFilter → nothing, if it is a mark: [Marks] resolves that in the policies that ask for it. Any other may do anything to
/// the workloads of its scope.
final class NormalizeEnvoyFilter {
  private NormalizeEnvoyFilter() {}

  static void normalize(
      EnvoyFilter filter, IstioPlane plane, Ledger ledger, List<Problem> problems) {
    if (filter.mark().isPresent()) {
      return;
    }
    problems.add(Carried.problem(filter.meta(), "what it may touch is unknown"));
    ledger.add(
        IstioPlane.unknown(
            filter.meta(),
            plane.scope(filter.meta(), Labels.of(filter.selector())),
            "EnvoyFilter `" + filter.meta().name() + "`",
            filter.meta().origin()));
  }
}
