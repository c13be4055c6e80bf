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

/// A ServiceEntry takes connections that are not for it, or none. Page, examples, tests: VagueServiceEntry.md, beside this file.
public final class VagueServiceEntry implements ResourceRule<ServiceEntry> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0205", "vague-service-entry", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<ServiceEntry> reads() {
    return ServiceEntry.class;
  }

  @Override
  public Stream<Finding> check(ServiceEntry it, Checked input) {
    var found = new Findings(this, it);
    ServiceEntry.Resolution resolution =
        it.resolution().isPresent() ? it.resolution().get().value() : ServiceEntry.Resolution.NONE;
    boolean lookedUp =
        resolution == ServiceEntry.Resolution.DNS
            || resolution == ServiceEntry.Resolution.DNS_ROUND_ROBIN;
    for (At<String> host : it.hosts()) {
      if (HostText.isPartialWildcard(host.value())
          && HostText.fault(host.value()).isEmpty()
          && resolution != ServiceEntry.Resolution.DYNAMIC_DNS) {
        found.say(
            host.origin(),
            "the `*` of `"
                + host.value()
                + "` stands for a part of a label, which proxies do not match");
      }
    }
    if (it.workloadSelector().isPresent() && resolution == ServiceEntry.Resolution.NONE) {
      found.say(
          it.workloadSelector().get().origin(),
          "workloads are selected, and resolution `" + resolution + "` does not look at them");
    }
    boolean allocated = resolution != ServiceEntry.Resolution.NONE && !optedOut(it);
    for (Port port : it.ports()) {
      String protocol = Written.text(port.protocol());
      if (it.addresses().isEmpty()
          && !allocated
          && (protocol.isEmpty() || protocol.equals("TCP"))) {
        found.say(
            port.origin(),
            "the port takes every connection to number "
                + Written.number(port.number())
                + ": there are no `addresses`, and Istio gives this entry none");
      }
    }
    if (lookedUp && !it.addresses().isEmpty() && it.hosts().size() > 1) {
      it.ports().stream()
          .filter(port -> PortText.isTcpClass(Written.text(port.protocol())))
          .findFirst()
          .ifPresent(port ->
              found.say(
                  port.origin(),
                  "several hosts share the addresses at this port, and its connections say no"
                      + " host"));
    }
    return found.stream();
  }

  private static boolean optedOut(ServiceEntry entry) {
    At<String> label = entry.meta().labels().get("networking.istio.io/enable-autoallocate-ip");
    return label != null && label.value().equalsIgnoreCase("false");
  }
}
