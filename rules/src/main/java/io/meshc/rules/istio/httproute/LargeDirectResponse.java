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
import java.util.Optional;
import java.util.stream.Stream;

/// An answer of a route weighs on the control plane. Page, examples, tests: LargeDirectResponse.md, beside this file.
public final class LargeDirectResponse implements ResourceRule<VirtualService> {
  private static final int MUCH = 100 << 10;
  private static final int MOST = 1 << 20;

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC0151", "large-direct-response", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    for (HttpRoute route : it.http()) {
      Optional<HttpRoute.Body> body =
          route.directResponse().flatMap(HttpRoute.DirectResponse::body);
      if (body.isPresent() && BodySize.of(body.get()) > MUCH && BodySize.of(body.get()) <= MOST) {
        found.say(
            body.get().origin(), "the body is larger than 100 KiB, and every proxy is sent it");
      }
    }
    return found.stream();
  }
}
