package io.meshc.rules.gateway.status;

import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.written.Part;
import java.util.List;

/// Which kinds of routes a listener takes.
final class RouteKinds {
  private RouteKinds() {}

  /// By the protocol alone; empty for a protocol of a vendor, which may take any.
  static List<String> supported(Part listener) {
    return switch (listener.get("protocol").text()) {
      case "HTTP", "HTTPS" -> List.of("HTTPRoute", "GRPCRoute");
      case "TLS" ->
          listener.get("tls", "mode").is("Passthrough")
              ? List.of("TLSRoute")
              : List.of("TLSRoute", "TCPRoute");
      case "TCP" -> List.of("TCPRoute");
      case "UDP" -> List.of("UDPRoute");
      default -> List.of();
    };
  }

  static boolean supports(Part listener, String group, String kind) {
    List<String> supported = supported(listener);
    return supported.isEmpty() || (group.equals(GatewayKinds.GROUP) && supported.contains(kind));
  }

  /// By its protocol and what is written.
  static boolean takes(Part listener, String kind) {
    if (!supports(listener, GatewayKinds.GROUP, kind)) {
      return false;
    }
    List<Part> written = listener.get("allowedRoutes").each("kinds");
    if (written.isEmpty()) {
      return true;
    }
    for (Part it : written) {
      if (it.get("kind").is(kind)
          && it.get("group").textOr(GatewayKinds.GROUP).equals(GatewayKinds.GROUP)) {
        return true;
      }
    }
    return false;
  }
}
