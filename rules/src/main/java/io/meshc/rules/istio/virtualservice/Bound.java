package io.meshc.rules.istio.virtualservice;

import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.value.HostText;
import io.meshc.source.At;

/// Where a VirtualService holds: at gateways, or in the mesh.
final class Bound {
  private static final String MESH = "mesh";

  /// With this starts the name by which one gateway of a multi-network mesh calls another.
  private static final String MADE_BY_ISTIO = "outbound_.";

  private Bound() {}

  /// Without gateways it holds in the mesh.
  static boolean toGatewaysAlone(VirtualService service) {
    if (service.gateways().isEmpty()) {
      return false;
    }
    for (At<String> it : service.gateways()) {
      if (it.value().equals(MESH)) {
        return false;
      }
    }
    return true;
  }

  static boolean looksAtSni(VirtualService service) {
    for (VirtualService.TlsRoute route : service.tls()) {
      for (VirtualService.TlsMatch match : route.match()) {
        if (!match.sniHosts().isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /// @param mayBeMade whether a name that Istio makes is one
  static String hostFault(String host, boolean mayBeMade) {
    return mayBeMade && host.startsWith(MADE_BY_ISTIO) ? madeFault(host) : HostText.fault(host);
  }

  /// `outbound_.PORT_.SUBSET_.HOST`.
  private static String madeFault(String host) {
    for (int i = MADE_BY_ISTIO.length(); i < host.length(); i++) {
      if (host.charAt(i) >= '0' && host.charAt(i) <= '8') {
        return "";
      }
    }
    return "after `" + MADE_BY_ISTIO + "` stands no port";
  }
}
