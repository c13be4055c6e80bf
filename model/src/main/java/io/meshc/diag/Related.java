package io.meshc.diag;

import io.meshc.source.Origin;

/// Another place that a finding speaks of, and what is there.
public record Related(Origin origin, String message) {}
