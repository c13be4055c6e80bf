package io.meshc.rules.istio.sidecar;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.AddressText;
import io.meshc.rules.istio.value.HostText;
import io.meshc.rules.istio.value.PortText;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A listener of a Sidecar has no port, or the same as another. Page, examples, tests: InvalidListenerPort.md, beside this file.
public final class InvalidListenerPort implements ResourceRule<Sidecar> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0221", "invalid-listener-port", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<Sidecar> reads() {
    return Sidecar.class;
  }

  @Override
  public Stream<Finding> check(Sidecar it, Checked input) {
    var found = new Findings(this, it);
    var taken = new HashMap<Long, Origin>();
    for (Sidecar.Ingress listener : it.ingress()) {
      if (listener.port().isPresent()) {
        Gateway.Port port = listener.port().get();
        common(port, found);
        number(port, listener.bind(), taken, found);
      }
    }
    var outbound = new HashMap<Long, Origin>();
    var sockets = new HashMap<String, Origin>();
    for (Sidecar.Egress listener : it.egress()) {
      if (listener.port().isPresent()) {
        common(listener.port().get(), found);
        if (Written.number(listener.port().get().number()) == 0) {
          socket(listener, sockets, found);
        } else {
          number(listener.port().get(), listener.bind(), outbound, found);
        }
      }
    }
    return found.stream();
  }

  private static void common(Gateway.Port port, Findings found) {
    if (Written.says(port.name()) && !HostText.isLabel(port.name().get().value())) {
      found.say(
          port.name().get().origin(), "`" + port.name().get().value() + "` is no name of a port");
    }
    if (Written.says(port.protocol()) && !PortText.isProtocol(port.protocol().get().value())) {
      found.say(
          port.protocol().get().origin(),
          "`" + port.protocol().get().value() + "` is no protocol of Istio");
    }
    if (Written.number(port.targetPort()) != 0) {
      found.say(port.targetPort().get().origin(), "`targetPort` of a Sidecar has no effect");
    }
  }

  private static void number(
      Gateway.Port port, Optional<At<String>> bind, Map<Long, Origin> taken, Findings found) {
    long number = Written.number(port.number());
    Origin place = Written.place(port.number(), port.origin());
    if (!PortText.isPort(number)) {
      found.say(place, "port number " + number + " is not in 1 to 65535");
    }
    if (Written.says(bind) && !AddressText.isAddress(bind.get().value())) {
      found.say(bind.get().origin(), "`" + bind.get().value() + "` is no address to listen at");
    }
    Origin first = taken.putIfAbsent(number, place);
    if (first != null) {
      found.say(place, "port " + number + " has another listener", first, "the first one");
    }
  }

  /// Port 0: a socket in the file system.
  private static void socket(Sidecar.Egress listener, Map<String, Origin> taken, Findings found) {
    String bind = Written.text(listener.bind());
    Origin place = Written.place(listener.bind(), listener.origin());
    String fault =
        AddressText.isUnix(bind)
            ? AddressText.unixFault(bind)
            : "a listener with port 0 has a socket, such as `unix:///run/db`";
    if (!fault.isEmpty()) {
      found.say(place, "`" + bind + "` is nothing to listen at: " + fault);
    }
    if (Written.is(listener.captureMode(), Sidecar.Capture.IPTABLES)) {
      found.say(
          listener.captureMode().get().origin(),
          "a socket in the file system is not captured by iptables");
    }
    Origin first = taken.putIfAbsent(bind, place);
    if (first != null) {
      found.say(place, "socket `" + bind + "` has another listener", first, "the first one");
    }
  }
}
