package io.meshc.normalize.istio;

import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.source.At;
import java.util.Map;
import java.util.TreeMap;

/// Labels without their places.
final class Labels {
  private Labels() {}

  static Map<String, String> of(AuthorizationPolicy policy) {
    return policy.selector().map(it -> of(it.matchLabels())).orElse(Map.of());
  }

  static Map<String, String> of(Map<String, At<String>> located) {
    var labels = new TreeMap<String, String>();
    located.forEach((name, value) -> labels.put(name, value.value()));
    return labels;
  }
}
