package io.meshc.simulate.scenario;

import java.util.Optional;

/// What a number may be.
public record Bounds(double min, double max) {
  public static Bounds exactly(double value) {
    return new Bounds(value, value);
  }

  /// What is wrong with a value; empty if nothing is.
  public Optional<String> violation(String what, double value) {
    if (value < min) {
      return Optional.of(what + ": " + Math.round(value) + " is below " + Math.round(min));
    }
    return value > max
        ? Optional.of(what + ": " + Math.round(value) + " is above " + Math.round(max))
        : Optional.empty();
  }
}
