package io.meshc.rules.istio.value;

import java.util.Locale;
import java.util.Set;

/// Ports and the protocols that are spoken at them.
public final class PortText {
  private static final Set<String> HTTP = Set.of("grpc", "grpc-web", "http", "http_proxy", "http2");
  private static final Set<String> TLS = Set.of("https", "tls");
  private static final Set<String> TCP = Set.of("tcp", "mongo", "redis", "mysql");

  private PortText() {}

  public static boolean isPort(long number) {
    return number >= 1 && number <= 65535;
  }

  /// A protocol that Istio knows, in any letter case.
  public static boolean isProtocol(String text) {
    return isHttp(text) || isTls(text) || isTcp(text) || lower(text).equals("udp");
  }

  public static boolean isHttp(String protocol) {
    return HTTP.contains(lower(protocol));
  }

  public static boolean isTls(String protocol) {
    return TLS.contains(lower(protocol));
  }

  /// Bytes that Istio cannot tell hosts by. TLS counts, as it may be passed through.
  public static boolean isTcpClass(String protocol) {
    return isTcp(protocol) || isTls(protocol);
  }

  private static boolean isTcp(String protocol) {
    return TCP.contains(lower(protocol));
  }

  private static String lower(String protocol) {
    return protocol.toLowerCase(Locale.ROOT);
  }
}
