package io.meshc.yaml;

import io.meshc.source.Span;

/// A document that cannot be read on from here. Local to this package: [ParseYaml] turns it into a
/// problem.
final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Span span;

  Malformed(Span span, String message) {
    super(message, null, false, false);
    this.span = span;
  }

  Span span() {
    return span;
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
