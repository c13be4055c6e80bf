package io.meshc.rules.istio.sidecar;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.HostText;
import io.meshc.rules.istio.value.PortText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// Traffic to unknown hosts is sent nowhere. Page, examples, tests: InvalidEgressProxy.md, beside this file.
public final class InvalidEgressProxy implements ResourceRule<Sidecar> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0226", "invalid-egress-proxy", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<Sidecar> reads() {
    return Sidecar.class;
  }

  @Override
  public Stream<Finding> check(Sidecar it, Checked input) {
    var found = new Findings(this, it);
    if (it.outboundTrafficPolicy().isEmpty()
        || it.outboundTrafficPolicy().get().egressProxy().isEmpty()) {
      return Stream.empty();
    }
    Sidecar.OutboundTrafficPolicy policy = it.outboundTrafficPolicy().get();
    Sidecar.EgressProxy proxy = policy.egressProxy().get();
    if (!Written.is(policy.mode(), Sidecar.Outbound.ALLOW_ANY)) {
      found.say(
          proxy.origin(),
          "there is a proxy for unknown hosts, and no mode `ALLOW_ANY` that would send it any");
      return found.stream();
    }
    String host = Written.text(proxy.host());
    String fault = HostText.nameFault(host);
    if (!fault.isEmpty()) {
      found.say(
          Written.place(proxy.host(), proxy.origin()),
          "`" + host + "` is no host of a proxy: " + fault);
    }
    if (Written.says(proxy.subset()) && !HostText.isLabel(proxy.subset().get().value())) {
      found.say(
          proxy.subset().get().origin(),
          "`" + proxy.subset().get().value() + "` is no name of a subset");
    }
    if (proxy.port().isEmpty()) {
      found.say(proxy.origin(), "the proxy has no port");
    } else if (!PortText.isPort(Written.number(proxy.port().get().number()))) {
      found.say(
          proxy.port().get().origin(),
          "port " + Written.number(proxy.port().get().number()) + " is not in 1 to 65535");
    }
    return found.stream();
  }
}
