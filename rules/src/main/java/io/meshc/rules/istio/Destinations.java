package io.meshc.rules.istio;

import io.meshc.dialect.istio.routing.VirtualService.Destination;
import io.meshc.rules.istio.value.HostText;
import io.meshc.rules.istio.value.PortText;
import io.meshc.source.At;
import java.util.Optional;

/// Where traffic is sent: a host, a subset of it, a port.
public final class Destinations {
  private Destinations() {}

  public static void check(Destination destination, Findings found) {
    if (destination.host().isPresent()) {
      At<String> host = destination.host().get();
      String fault =
          host.value().equals("*") ? "it would be every host" : HostText.fault(host.value());
      found.fault(host, "no host of a destination", fault);
    }
    Optional<At<String>> subset = destination.subset();
    if (Written.says(subset) && !HostText.isLabel(subset.get().value())) {
      found.say(subset.get().origin(), "`" + subset.get().value() + "` is no name of a subset");
    }
    if (destination.port().isPresent()) {
      long number = Written.number(destination.port().get().number());
      if (!PortText.isPort(number)) {
        found.say(
            Written.place(destination.port().get().number(), destination.port().get().origin()),
            "port " + number + " is not in 1 to 65535");
      }
    }
  }
}
