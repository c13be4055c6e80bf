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

/// A route of TLS asks for an address where clients say names. Page, examples, tests: AddressInSni.md, beside this file.
public final class AddressInSni implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0158", "address-in-sni", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    for (VirtualService.TlsRoute route : it.tls()) {
      for (VirtualService.TlsMatch match : route.match()) {
        for (At<String> host : match.sniHosts()) {
          if (AddressText.isAddress(host.value())) {
            found.say(
                host.origin(),
                "`" + host.value() + "` is an address, and clients name no addresses in TLS");
          }
        }
      }
    }
    return found.stream();
  }
}
