package io.meshc.lower;

/// How well a target can say a [Feature].
public sealed interface Capability {
  record Exact() implements Capability {}

  /// @param because what is not quite the same, or not in every case
  record Approximated(String because) implements Capability {}

  /// @param because what the target lacks
  record Refused(String because) implements Capability {}
}
