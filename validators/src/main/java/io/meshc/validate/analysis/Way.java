package io.meshc.validate.analysis;

import io.meshc.model.BackendPolicy.ClientTls;
import io.meshc.source.At;
import java.util.Map;
import java.util.Optional;

/// How a client's proxy goes to the endpoints of a Service.
///
/// @param labels of the endpoints that are meant; empty for all
/// @param tls how it encrypts; absent where it finds out by itself
record Way(Map<String, String> labels, Optional<At<ClientTls>> tls) {
  /// To any endpoint, as it takes it.
  static final Way PLAIN = new Way(Map.of(), Optional.empty());

  Way {
    labels = Map.copyOf(labels);
  }
}
