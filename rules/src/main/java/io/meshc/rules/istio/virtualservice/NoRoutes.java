package io.meshc.rules.istio.virtualservice;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A VirtualService routes nothing. Page, examples, tests: NoRoutes.md, beside this file.
public final class NoRoutes implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0135", "no-routes", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    if (it.http().isEmpty() && it.tls().isEmpty() && it.tcp().isEmpty()) {
      found.say(it.meta().origin(), "the VirtualService has neither `http` nor `tls` nor `tcp`");
    }
    for (VirtualService.TlsRoute route : it.tls()) {
      if (route.match().isEmpty()) {
        found.say(route.origin(), "the route of TLS has no match");
      }
      if (route.route().isEmpty()) {
        found.say(route.origin(), "the route of TLS has no destination");
      }
    }
    for (VirtualService.TcpRoute route : it.tcp()) {
      if (route.route().isEmpty()) {
        found.say(route.origin(), "the route of TCP has no destination");
      }
    }
    return found.stream();
  }
}
