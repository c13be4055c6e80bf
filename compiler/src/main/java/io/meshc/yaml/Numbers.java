package io.meshc.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/// The exact value of a number as Kubernetes reads it: decimal, `0x`, `0o`, `0b`, and a leading zero for octal.
public final class Numbers {
  /// Longer than any number that has a meaning; keeps the arithmetic of hostile ones short.
  private static final int MAX_DIGITS = 400;

  /// Fits a `long` whatever its digits are.
  private static final int PLAIN_DIGITS = 18;

  private Numbers() {}

  /// Empty for what is no number, for `.inf` and `.nan`, and for numbers of more than 400 characters.
  public static Optional<BigDecimal> of(Node.Scalar scalar) {
    Scalars.Kind kind = Scalars.kind(scalar);
    String text = scalar.text();
    if (text.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    if (kind == Scalars.Kind.INTEGER) {
      return Optional.of(whole(text));
    }
    return kind == Scalars.Kind.FLOAT ? fraction(text) : Optional.empty();
  }

  private static BigDecimal whole(String text) {
    boolean plain = text.length() <= PLAIN_DIGITS && text.charAt(0) != '0';
    for (int i = 0; plain && i < text.length(); i++) {
      plain = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (plain) {
      return BigDecimal.valueOf(Long.parseLong(text));
    }
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    boolean negative = digits.startsWith("-");
    digits = negative || digits.startsWith("+") ? digits.substring(1) : digits;
    BigInteger value = based(digits);
    return new BigDecimal(negative ? value.negate() : value);
  }

  private static BigInteger based(String digits) {
    int radix =
        switch (digits.length() > 1 && digits.charAt(0) == '0' ? digits.charAt(1) : ' ') {
          case 'x' -> 16;
          case 'b' -> 2;
          case ' ' -> 10;
          default -> 8;
        };
    String bare = radix == 10 ? digits : digits.replaceFirst("^0[xbo]?", "");
    return bare.isEmpty() ? BigInteger.ZERO : new BigInteger(bare, radix);
  }

  private static Optional<BigDecimal> fraction(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException _) {
      return Optional.empty(); // `.inf`, `.nan`, or an exponent beyond any number
    }
  }
}
