package io.meshc.dialect.istio.part;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Optional;

/// A port of a Gateway or Sidecar listener, or of a ServiceEntry.
///
/// @param targetPort which ServiceEntry alone may state
public record IstioPort(
    Optional<At<Long>> number,
    Optional<At<String>> protocol,
    Optional<At<String>> name,
    Optional<At<Long>> targetPort,
    Origin origin) {}
