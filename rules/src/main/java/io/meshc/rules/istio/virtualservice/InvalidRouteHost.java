package io.meshc.rules.istio.virtualservice;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.value.AddressText;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A host of a VirtualService is none. Page, examples, tests: InvalidRouteHost.md, beside this file.
public final class InvalidRouteHost implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0131", "invalid-route-host", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    boolean atGateway = Bound.toGatewaysAlone(it);
    boolean sni = Bound.looksAtSni(it);
    for (At<String> host : it.hosts()) {
      String fault =
          AddressText.isAddress(host.value())
              ? ""
              : Bound.hostFault(host.value(), atGateway && sni);
      found.fault(host, "no host of routes", fault);
      if (fault.isEmpty() && !atGateway && host.value().equals("*")) {
        found.say(
            host.origin(), "host `*` of a VirtualService for the mesh would take all traffic");
      }
    }
    return found.stream();
  }
}
