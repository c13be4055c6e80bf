package io.meshc.normalize.kubernetes;

import io.meshc.source.At;
import java.util.HashMap;
import java.util.Map;

/// Labels without their places.
final class Labels {
  private Labels() {}

  static Map<String, String> of(Map<String, At<String>> labels) {
    var result = new HashMap<String, String>();
    labels.forEach((name, value) -> result.put(name, value.value()));
    return result;
  }
}
