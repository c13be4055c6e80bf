package io.meshc.rules.istio.serviceentry;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.registry.ServiceEntry;
import io.meshc.dialect.istio.routing.Gateway.Port;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.HostText;
import io.meshc.rules.istio.value.PortText;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A ServiceEntry is about no host. Page, examples, tests: InvalidEntryHost.md, beside this file.
public final class InvalidEntryHost implements ResourceRule<ServiceEntry> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0200", "invalid-entry-host", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<ServiceEntry> reads() {
    return ServiceEntry.class;
  }

  @Override
  public Stream<Finding> check(ServiceEntry it, Checked input) {
    var found = new Findings(this, it);
    boolean lookedUp =
        (Written.is(it.resolution(), ServiceEntry.Resolution.DNS)
                || Written.is(it.resolution(), ServiceEntry.Resolution.DNS_ROUND_ROBIN))
            && it.endpoints().isEmpty();
    for (At<String> host : it.hosts()) {
      String fault =
          host.value().equals("*") ? "it would be every host" : HostText.fault(host.value());
      if (fault.isEmpty() && lookedUp && host.value().startsWith("*")) {
        fault = "a wildcard cannot be looked up, and there are no endpoints";
      }
      found.fault(host, "no host of a ServiceEntry", fault);
    }
    if (!Written.is(it.resolution(), ServiceEntry.Resolution.NONE)
        && it.resolution().isPresent()
        && it.hosts().size() > 1) {
      for (Port port : it.ports()) {
        String protocol = Written.text(port.protocol());
        if (!PortText.isHttp(protocol) && !PortText.isTls(protocol)) {
          found.say(
              Written.place(port.protocol(), port.origin()),
              "several hosts share a port of "
                  + (protocol.isEmpty() ? "no protocol" : "protocol `" + protocol + "`")
                  + ", which says no host");
          break;
        }
      }
    }
    return found.stream();
  }
}
