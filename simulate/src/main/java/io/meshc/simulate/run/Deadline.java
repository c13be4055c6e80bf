package io.meshc.simulate.run;

import java.time.Duration;

/// When something has to be over.
///
/// @param nanos of the clock that only runs forward
record Deadline(long nanos) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  boolean isOver() {
    return leftMillis() <= 0;
  }

  long leftMillis() {
    return (nanos - System.nanoTime()) / 1_000_000;
  }

  /// This one, or the other if that comes first.
  Deadline orEarlier(Deadline other) {
    return other.nanos - nanos < 0 ? other : this;
  }
}
