package io.meshc.normalize.smi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WeightsTest {

  /// Nano, milli and whole weights together: `a : b` stays `a : b`, and no smaller whole numbers say the same.
  @Test
  void keep_their_shares_to_the_last_digit() {
    qt().withFixedSeed(7)
        .withExamples(5000)
        .forAll(
            lists().of(integers().between(0, 40_000)).ofSizeBetween(1, 5),
            lists().of(integers().between(0, 9)).ofSize(5))
        .checkAssert((digits, places) -> {
          List<BigDecimal> written =
              IntStream.range(0, digits.size())
                  .mapToObj(it -> BigDecimal.valueOf(digits.get(it), places.get(it)))
                  .toList();
          Weights.Whole whole = Weights.ofQuantities(written);
          if (whole.exact()) {
            assertSameShares(written, whole.weights());
          }
        });
  }

  private static void assertSameShares(List<BigDecimal> written, List<Integer> whole) {
    BigInteger divisor = BigInteger.ZERO;
    for (int i = 0; i < whole.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(written.get(i).multiply(BigDecimal.valueOf(whole.get(j))))
            .as(written + " as " + whole)
            .isEqualByComparingTo(written.get(j).multiply(BigDecimal.valueOf(whole.get(i))));
      }
      assertThat(whole.get(i) == 0).isEqualTo(written.get(i).signum() == 0);
      divisor = divisor.gcd(BigInteger.valueOf(whole.get(i)));
    }
    assertThat(divisor.intValue()).as(written + " as " + whole).isLessThanOrEqualTo(1);
  }

  @Test
  void say_so_where_they_are_too_far_apart() {
    Weights.Whole whole =
        Weights.ofQuantities(
            List.of(new BigDecimal("1e12"), new BigDecimal("0.000000001"), BigDecimal.ZERO));
    assertThat(whole.exact()).isFalse();
    assertThat(whole.weights()).containsExactly(Integer.MAX_VALUE, 1, 0);
  }
}
