package io.meshc.rules.linkerd.annotation;

import io.meshc.rules.istio.value.DurationText;
import java.util.List;

/// The values that settings of proxies take.
final class Words {
  private static final String CONFIG = "config.linkerd.io/";

  static final List<String> POLICIES =
      List.of(
          "all-unauthenticated",
          "all-authenticated",
          "cluster-authenticated",
          "cluster-unauthenticated",
          "deny",
          "audit");

  static final List<String> PORT_LISTS =
      List.of(
          CONFIG + "opaque-ports",
          CONFIG + "skip-inbound-ports",
          CONFIG + "skip-outbound-ports",
          CONFIG + "proxy-require-identity-inbound-ports");

  private static final List<String> BOOLEANS =
      List.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False");

  private Words() {}

  /// What is wrong with the value of a setting; `""` if nothing is, or if it takes any.
  static String settingFault(String key, String value) {
    if (key.equals("linkerd.io/inject")) {
      return oneOf(value, "enabled", "disabled", "ingress");
    }
    if (!key.startsWith(CONFIG)) {
      return "";
    }
    return switch (key.substring(CONFIG.length())) {
      case "proxy-await" -> oneOf(value, "enabled", "disabled");
      case "access-log" -> oneOf(value, "apache", "json", "");
      case "proxy-log-format" -> oneOf(value, "plain", "json");
      case "admin-port", "control-port", "inbound-port", "outbound-port" ->
          PortList.port(value) == 0 ? "no port" : "";
      case "proxy-outbound-connect-timeout",
          "proxy-inbound-connect-timeout",
          "proxy-outbound-discovery-cache-unused-timeout",
          "proxy-inbound-discovery-cache-unused-timeout",
          "shutdown-grace-period",
          "close-wait-timeout" ->
          isDuration(value) ? "" : "no duration, such as `1.5s`";
      case "enable-external-profiles",
          "enable-debug-sidecar",
          "proxy-disable-outbound-protocol-detect-timeout",
          "proxy-disable-inbound-protocol-detect-timeout",
          "proxy-enable-native-sidecar" ->
          BOOLEANS.contains(value) ? "" : "neither true nor false";
      default -> "";
    };
  }

  private static boolean isDuration(String value) {
    return DurationText.nanos(value).isPresent();
  }

  private static String oneOf(String value, String... known) {
    return List.of(known).contains(value) ? "" : "none of " + String.join(", ", known).strip();
  }
}
