package io.meshc.model;

/// How a client's proxy chooses among endpoints.
public enum LoadBalancing {
  ROUND_ROBIN,
  LEAST_REQUEST,
  RANDOM,
  PASSTHROUGH,
  /// The repo does not say.
  UNKNOWN
}
