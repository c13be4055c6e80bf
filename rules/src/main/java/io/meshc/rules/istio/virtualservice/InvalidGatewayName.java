package io.meshc.rules.istio.virtualservice;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.value.HostText;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A VirtualService is bound to a gateway that cannot be. Page, examples, tests: InvalidGatewayName.md, beside this file.
public final class InvalidGatewayName implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0133", "invalid-gateway-name", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    gateways(it.gateways(), found);
    it.http().forEach(route -> route.match().forEach(match -> gateways(match.gateways(), found)));
    it.tls().forEach(route -> route.match().forEach(match -> gateways(match.gateways(), found)));
    it.tcp().forEach(route -> route.match().forEach(match -> gateways(match.gateways(), found)));
    return found.stream();
  }

  /// After a name without a namespace Istio does not look at the others.
  private static void gateways(List<At<String>> names, Findings found) {
    for (At<String> name : names) {
      String text = name.value();
      int slash = text.indexOf('/');
      if (slash < 0) {
        found.fault(name, "no name of a Gateway", HostText.nameFault(text));
        return;
      }
      if (!HostText.isLabel(text.substring(0, slash))
          || !HostText.isLabel(text.substring(slash + 1))) {
        found.fault(
            name,
            "no name of a Gateway",
            "a namespace and a name stand around the `/`, letters, digits and `-` alone");
      }
    }
  }
}
