package io.meshc.dialect.gateway.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.gateway.ObjectRef;
import io.meshc.source.At;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gateways speak TLS with these backends.
public record BackendTlsPolicy(
    Meta meta,
    List<ObjectRef> targetRefs,
    Optional<ServerValidation> validation,
    Map<String, At<String>> options)
    implements Resource {
  public BackendTlsPolicy {
    targetRefs = List.copyOf(targetRefs);
    options = Map.copyOf(options);
  }
}
