package io.meshc.model.match;

import java.util.List;
import java.util.function.Function;

/// Kleene's three values. *Unknown* carries what would have to be known.
public sealed interface Truth {
  record Yes() implements Truth {}

  record No() implements Truth {}

  record Unknown(String because) implements Truth {}

  Truth YES = new Yes();
  Truth NO = new No();

  static Truth of(boolean value) {
    return value ? YES : NO;
  }

  default Truth not() {
    return switch (this) {
      case Yes() -> NO;
      case No() -> YES;
      case Unknown unknown -> unknown;
    };
  }

  /// No if any part is; else unknown if any part is; else yes.
  static <T> Truth all(List<T> parts, Function<? super T, Truth> of) {
    Truth result = YES;
    for (T part : parts) {
      Truth truth = of.apply(part);
      if (truth instanceof No) {
        return NO;
      }
      result = result instanceof Unknown ? result : truth;
    }
    return result;
  }

  /// Yes if any part is; else unknown if any part is; else no.
  static <T> Truth any(List<T> parts, Function<? super T, Truth> of) {
    Truth result = NO;
    for (T part : parts) {
      Truth truth = of.apply(part);
      if (truth instanceof Yes) {
        return YES;
      }
      result = result instanceof Unknown ? result : truth;
    }
    return result;
  }

  default boolean isYes() {
    return this instanceof Yes;
  }

  default boolean isNo() {
    return this instanceof No;
  }
}
