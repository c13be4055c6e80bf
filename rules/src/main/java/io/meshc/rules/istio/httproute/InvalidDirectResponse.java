package io.meshc.rules.istio.httproute;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// An answer of a route is none of HTTP, or too large. Page, examples, tests: InvalidDirectResponse.md, beside this file.
public final class InvalidDirectResponse implements ResourceRule<VirtualService> {
  private static final int MOST = 1 << 20;

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0150", "invalid-direct-response", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    for (HttpRoute route : it.http()) {
      if (route.directResponse().isEmpty()) {
        continue;
      }
      HttpRoute.DirectResponse answer = route.directResponse().get();
      long status = Written.number(answer.status());
      if (answer.status().isPresent() && (status < 200 || status > 600)) {
        found.say(answer.status().get().origin(), "status " + status + " is not in 200 to 599");
      }
      if (answer.body().isPresent()) {
        HttpRoute.Body body = answer.body().get();
        if (BodySize.of(body) > MOST) {
          found.say(body.origin(), "the body is larger than 1 MiB");
        }
      }
    }
    return found.stream();
  }
}
