package io.meshc.rules.istio.virtualservice;

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

/// A delegate has what only its root can have. Page, examples, tests: PartsOfDelegate.md, beside this file.
public final class PartsOfDelegate implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0130", "parts-of-delegate", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    if (!it.hosts().isEmpty()) {
      return Stream.empty();
    }
    if (!it.gateways().isEmpty()) {
      found.say(
          it.gateways().getFirst().origin(),
          "a VirtualService without hosts is a delegate, and those have no gateways");
    }
    if (!it.tls().isEmpty()) {
      found.say(
          it.tls().getFirst().origin(),
          "a VirtualService without hosts is a delegate, and those have no routes of TLS");
    }
    if (!it.tcp().isEmpty()) {
      found.say(
          it.tcp().getFirst().origin(),
          "a VirtualService without hosts is a delegate, and those have no routes of TCP");
    }
    for (HttpRoute route : it.http()) {
      if (route.delegate().isPresent()) {
        found.say(route.delegate().get().origin(), "a delegate delegates further");
      }
    }
    return found.stream();
  }
}
