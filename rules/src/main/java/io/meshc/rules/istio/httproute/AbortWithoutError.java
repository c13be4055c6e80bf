package io.meshc.rules.istio.httproute;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A fault aborts with nothing. Page, examples, tests: AbortWithoutError.md, beside this file.
public final class AbortWithoutError implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0146", "abort-without-error", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    for (HttpRoute route : it.http()) {
      if (route.fault().isEmpty() || route.fault().get().abort().isEmpty()) {
        continue;
      }
      HttpRoute.Abort abort = route.fault().get().abort().get();
      if (abort.httpStatus().isEmpty()
          && abort.grpcStatus().isEmpty()
          && abort.http2Error().isEmpty()) {
        found.say(
            abort.origin(),
            "`abort` has neither `httpStatus` nor `grpcStatus`: nothing is aborted");
      }
    }
    return found.stream();
  }
}
