package io.meshc.dialect.istio.part;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Optional;

/// What a policy is attached to: a Gateway, a Service, a ServiceEntry or a GatewayClass.
public record TargetRef(
    Optional<At<String>> group,
    Optional<At<String>> kind,
    Optional<At<String>> name,
    Optional<At<String>> namespace,
    Origin origin) {}
