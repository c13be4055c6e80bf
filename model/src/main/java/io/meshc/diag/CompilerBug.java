package io.meshc.diag;

import io.meshc.source.Origin;

/// An invariant of meshc does not hold. Never thrown for what a user wrote; only `Main` catches it.
public final class CompilerBug extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Origin origin;

  public CompilerBug(Origin origin, String message) {
    super(message);
    this.origin = origin;
  }

  /// The input that meshc was looking at.
  public Origin origin() {
    return origin;
  }
}
