package io.meshc.normalize.smi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/// The weights of a split as whole numbers.
final class Weights {
  private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);

  private Weights() {}

  /// @param exact whether the shares are those that were written: numbers further apart than 32 bits can say are brought
  ///     nearer, and none of them becomes 0
  record Whole(List<Integer> weights, boolean exact) {}

  /// The quantities of v1alpha1, in lowest terms.
  static Whole ofQuantities(List<BigDecimal> quantities) {
    int places = quantities.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    List<BigInteger> units =
        quantities.stream()
            .map(it -> it.movePointRight(Math.max(0, places)).toBigIntegerExact())
            .toList();
    BigInteger divisor = units.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
    List<BigInteger> lowest =
        units.stream().map(it -> it.divide(divisor.max(BigInteger.ONE))).toList();
    BigInteger largest = lowest.stream().reduce(BigInteger.ZERO, BigInteger::max);
    boolean exact = largest.compareTo(LARGEST) <= 0;
    return new Whole(
        lowest.stream().map(it -> (exact ? it : nearer(it, largest)).intValueExact()).toList(),
        exact);
  }

  private static BigInteger nearer(BigInteger weight, BigInteger largest) {
    return weight.signum() == 0
        ? weight
        : weight.multiply(LARGEST).divide(largest).max(BigInteger.ONE);
  }
}
