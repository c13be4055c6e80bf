package io.meshc.rules.istio;

import io.meshc.dialect.istio.registry.Endpoint;
import io.meshc.rules.istio.value.AddressText;
import io.meshc.rules.istio.value.HostText;
import io.meshc.rules.istio.value.PortText;

/// What Istio and the API server ask of a workload outside of Kubernetes, wherever it stands.
public final class Endpoints {
  /// The API server's own limit, one below that of a label.
  private static final int MOST_OF_PORT_NAME = 62;

  private Endpoints() {}

  /// @param mayBeName whether a host name is an address, as where it is looked up
  public static void address(Endpoint endpoint, boolean mayBeName, Findings found) {
    String address = Written.text(endpoint.address());
    if (address.isEmpty()) {
      if (!Written.says(endpoint.network())) {
        found.say(
            Written.place(endpoint.address(), endpoint.origin()),
            "there is neither `address` nor `network`");
      }
    } else if (AddressText.isUnix(address)) {
      unix(endpoint, found);
    } else if (!AddressText.isAddress(address)) {
      String fault = mayBeName ? HostText.nameFault(address) : "a name is none here";
      found.fault(endpoint.address(), "no address", fault);
    }
  }

  /// What the API server asks of a socket, which for a template is all that is asked.
  public static void unix(Endpoint endpoint, Findings found) {
    String address = Written.text(endpoint.address());
    if (AddressText.isUnix(address)) {
      found.fault(endpoint.address(), "no socket", AddressText.unixFault(address));
      if (!endpoint.ports().isEmpty()) {
        found.say(
            endpoint.ports().values().iterator().next().origin(),
            "a socket in the file system has no ports");
      }
    }
  }

  public static void ports(Endpoint endpoint, Findings found) {
    endpoint
        .ports()
        .forEach((name, number) -> {
          if (!HostText.isLabel(name) || name.length() > MOST_OF_PORT_NAME) {
            found.say(
                number.origin(),
                "`" + name + "` is no name of a port: up to 62 letters, digits and `-`");
          }
          if (!PortText.isPort(number.value())) {
            found.say(number.origin(), "port " + number.value() + " is not in 1 to 65535");
          }
        });
  }
}
