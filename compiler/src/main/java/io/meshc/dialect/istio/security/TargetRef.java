package io.meshc.dialect.istio.security;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Optional;

/// What a policy is attached to: a Gateway, a GatewayClass, a Service or a ServiceEntry.
public record TargetRef(
    Optional<At<String>> group,
    Optional<At<String>> kind,
    Optional<At<String>> name,
    Optional<At<String>> namespace,
    Origin origin) {}
