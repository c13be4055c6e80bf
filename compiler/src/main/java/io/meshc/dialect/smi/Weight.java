package io.meshc.dialect.smi;

import java.math.BigDecimal;
import java.util.Optional;

/// What a backend of a TrafficSplit weighs: nearly always a whole number, in v1alpha1 the value of a quantity such as `500m`.
///
/// The whole stands apart because the first BigDecimal of a process costs it more than ten milliseconds (ADR 0009).
///
/// @param fraction what is left, between -1 and 1; empty for none
public record Weight(long whole, Optional<BigDecimal> fraction) {
  static final Weight NONE = of(0);

  static Weight of(long whole) {
    return new Weight(whole, Optional.empty());
  }

  /// @param value no larger than a long, as every quantity is
  static Weight of(BigDecimal value) {
    // of one value there is one BigDecimal, so that equal weights are equal
    BigDecimal fraction = value.remainder(BigDecimal.ONE).stripTrailingZeros();
    return new Weight(value.longValue(), Optional.of(fraction).filter(it -> it.signum() != 0));
  }

  public BigDecimal exact() {
    BigDecimal exact = BigDecimal.valueOf(whole);
    return fraction.map(exact::add).orElse(exact);
  }

  boolean isNegative() {
    return whole < 0 || fraction.filter(it -> it.signum() < 0).isPresent();
  }
}
