package io.meshc.lower.envoy;

import java.math.BigDecimal;
import java.time.Duration;

/// Times as Envoy reads them: seconds with a fraction.
public final class Durations {
  private Durations() {}

  /// `0.5s`
  public static String text(Duration duration) {
    BigDecimal seconds = BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros();
    return (seconds.signum() == 0 ? "0" : seconds.toPlainString()) + "s";
  }
}
