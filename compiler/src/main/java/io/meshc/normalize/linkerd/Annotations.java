package io.meshc.normalize.linkerd;

import io.meshc.source.At;
import java.util.Map;
import java.util.Optional;

/// The annotations by which objects of Kubernetes speak to Linkerd. What a Pod says goes before what its namespace says.
///
/// Source: linkerd.io, "Proxy Configuration".
final class Annotations {
  static final String INJECT = "linkerd.io/inject";
  static final String CONFIG = "config.linkerd.io/";
  static final String DEFAULT_POLICY = CONFIG + "default-inbound-policy";
  static final String REQUIRE_IDENTITY = CONFIG + "proxy-require-identity-inbound-ports";
  static final String OPAQUE = CONFIG + "opaque-ports";
  static final String SKIP_IN = CONFIG + "skip-inbound-ports";
  static final String SKIP_OUT = CONFIG + "skip-outbound-ports";
  static final String SKIP_SUBNETS = CONFIG + "skip-subnets";

  private Annotations() {}

  static Optional<At<String>> of(
      String key, Map<String, At<String>> own, Map<String, At<String>> namespace) {
    return Optional.ofNullable(own.get(key)).or(() -> Optional.ofNullable(namespace.get(key)));
  }

  /// Whether an object has any that speaks to Linkerd.
  static boolean any(Map<String, At<String>> annotations) {
    return annotations.keySet().stream()
        .anyMatch(it ->
            it.equals(INJECT)
                || it.startsWith(CONFIG)
                || it.startsWith("config.alpha.linkerd.io/"));
  }
}
