package io.meshc.model.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegexSizeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a{1000}",
        "(a{1000}){100}",
        "([0-9]{1,5}(h|m|s|ms)){1,4}",
        "a{,5}{b}{",
        "[{]{1000}]{1000}",
        "\\(a{1000}\\){1000}",
        "a{2000000000000}",
        "[^]]{1000}x{1000}",
        "(((",
      })
  void isSmall(String regex) {
    assertThat(RegexSize.fits(regex)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{1000}){1000}){1000}",
        "((((a{0,100}){0,100}){0,100}){0,100}){0,100}",
        "(a{1000}){1000,}",
        "([a-z]{1000}|b){1000}",
        "(?:(?:a{1000})+){1000}",
        "a{1000}{1000}",
      })
  void isTooLarge(String regex) {
    assertThat(RegexSize.fits(regex)).isFalse();
    assertThat(Regex.of(regex)).isEmpty();
    assertThat(Regex.fault(regex)).startsWith("too large");
  }
}
