package io.meshc.dialect.gateway.route;

import java.util.EnumSet;
import java.util.Set;

/// Which fields a kind of route has in some group and version, beside those that all have. What it does not have is not read, and so
/// reported as unknown.
public record Grammar(Set<Part> parts) {
  /// `gateway.networking.k8s.io`, in every served version: they have the same fields.
  public static final Grammar HTTP = new Grammar(EnumSet.allOf(Part.class));

  public static final Grammar GRPC =
      new Grammar(
          EnumSet.of(
              Part.BACKEND_KIND,
              Part.MIRROR,
              Part.EXTENSION,
              Part.RULE_NAME,
              Part.SESSION,
              Part.DEFAULT_GATEWAYS));

  public static final Grammar STREAM =
      new Grammar(EnumSet.of(Part.BACKEND_KIND, Part.RULE_NAME, Part.DEFAULT_GATEWAYS));

  public Grammar {
    parts = Set.copyOf(parts);
  }

  public enum Part {
    /// `group`, `kind` and `weight` of a backend.
    BACKEND_KIND,
    /// Filter `RequestRedirect`.
    REDIRECT,
    /// Filter `URLRewrite`.
    REWRITE,
    /// Filter `RequestMirror`.
    MIRROR,
    /// Filter `ExtensionRef`.
    EXTENSION,
    /// Filter `CORS`.
    CORS,
    /// Filter `ExternalAuth`.
    AUTH,
    RULE_NAME,
    TIMEOUTS,
    RETRY,
    /// `sessionPersistence`.
    SESSION,
    /// `useDefaultGateways`.
    DEFAULT_GATEWAYS
  }

  boolean has(Part part) {
    return parts.contains(part);
  }
}
