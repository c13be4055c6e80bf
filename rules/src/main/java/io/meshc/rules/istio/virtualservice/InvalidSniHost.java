package io.meshc.rules.istio.virtualservice;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.value.AddressText;
import io.meshc.rules.istio.value.HostText;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A route of TLS asks for a name that the VirtualService is not about. Page, examples, tests: InvalidSniHost.md, beside this file.
public final class InvalidSniHost implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0157", "invalid-sni-host", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    boolean mayBeMade = it.gateways().isEmpty() || Bound.toGatewaysAlone(it);
    for (VirtualService.TlsRoute route : it.tls()) {
      for (VirtualService.TlsMatch match : route.match()) {
        if (match.sniHosts().isEmpty()) {
          found.say(match.origin(), "the match has no `sniHosts`");
        }
        for (At<String> host : match.sniHosts()) {
          String fault = Bound.hostFault(host.value(), mayBeMade);
          if (!fault.isEmpty()) {
            if (!AddressText.isAddress(host.value())) {
              found.fault(host, "no host of TLS", fault);
            }
          } else if (it.hosts().stream()
              .noneMatch(wider -> HostText.within(host.value(), wider.value()))) {
            found.say(
                host.origin(),
                "host `" + host.value() + "` is within none of the hosts of the VirtualService");
          }
        }
      }
    }
    return found.stream();
  }
}
