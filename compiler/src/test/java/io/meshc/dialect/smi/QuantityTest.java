package io.meshc.dialect.smi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Kubernetes takes as a quantity, by the examples and the grammar of its `resource.Quantity`.
final class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "+1, 1",
    "-1, -1",
    "0.5, 0.5",
    ".5, 0.5",
    "5., 5",
    "007, 7",
    "500m, 0.5",
    "1500m, 1.5",
    "250u, 0.00025",
    "1n, 0.000000001",
    "0.5n, 0.000000001",
    "-0.5n, -0.000000001",
    "2k, 2000",
    "2Ki, 2048",
    "1.5Ki, 1536",
    "3M, 3000000",
    "1Mi, 1048576",
    "1G, 1000000000",
    "1Gi, 1073741824",
    "1T, 1000000000000",
    "1Ti, 1099511627776",
    "1P, 1000000000000000",
    "1Pi, 1125899906842624",
    "1E, 1000000000000000000",
    "1Ei, 1152921504606846976",
    "1E3, 1000",
    "1e3, 1000",
    "25e-1, 2.5",
    "1e+2, 100",
    "1e-20, 0.000000001"
  })
  void reads_every_suffix_and_exponent(String text, BigDecimal value) {
    assertThat(Quantity.value(text))
        .get()
        .satisfies(it -> assertThat(it).isEqualByComparingTo(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "+", "m", "1K", "1ki", "1KI", "1 m", "1mm", "1e", "1e1.5", "0x10", "1,5", "∞",
        "1e99999"
      })
  void refuses_what_is_none(String text) {
    assertThat(Quantity.value(text)).isEmpty();
  }
}
