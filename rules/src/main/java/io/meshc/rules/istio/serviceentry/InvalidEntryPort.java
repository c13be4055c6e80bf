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
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.stream.Stream;

/// A port of a ServiceEntry is none. Page, examples, tests: InvalidEntryPort.md, beside this file.
public final class InvalidEntryPort implements ResourceRule<ServiceEntry> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0202", "invalid-entry-port", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<ServiceEntry> reads() {
    return ServiceEntry.class;
  }

  @Override
  public Stream<Finding> check(ServiceEntry it, Checked input) {
    var found = new Findings(this, it);
    var numbers = new HashMap<Long, Origin>();
    for (Port port : it.ports()) {
      String name = Written.text(port.name());
      Origin named = Written.place(port.name(), port.origin());
      if (port.name().isPresent() && !HostText.isLabel(name)) {
        found.say(
            named,
            name.isEmpty()
                ? "the name of the port is empty"
                : "`"
                    + name
                    + "` is no name of a port: letters, digits and `-`, 63 characters at most");
      }
      if (Written.says(port.protocol()) && !PortText.isProtocol(port.protocol().get().value())) {
        found.say(
            port.protocol().get().origin(),
            "`" + port.protocol().get().value() + "` is no protocol of Istio");
      }
      if (port.targetPort().isPresent() && !PortText.isPort(port.targetPort().get().value())) {
        found.say(
            port.targetPort().get().origin(),
            "target port " + port.targetPort().get().value() + " is not in 1 to 65535");
      }
      long number = Written.number(port.number());
      Origin place = Written.place(port.number(), port.origin());
      if (port.number().isEmpty()) {
        continue;
      }
      if (!PortText.isPort(number)) {
        found.say(place, "port number " + number + " is not in 1 to 65535");
      }
      Origin same = numbers.putIfAbsent(number, place);
      if (same != null) {
        found.say(place, "port " + number + " stands twice", same, "the first one");
      }
    }
    return found.stream();
  }
}
