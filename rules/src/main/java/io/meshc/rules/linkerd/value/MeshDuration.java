package io.meshc.rules.linkerd.value;

import java.math.BigInteger;

/// Durations of annotations, as Linkerd's policy controller reads them: one whole number and one unit, from milliseconds to days.
public final class MeshDuration {
  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  /// No number of 64 bits has more digits, but for leading zeros.
  private static final int DIGITS = 40;

  private MeshDuration() {}

  /// What is wrong with it; `""` if nothing is.
  public static String fault(String text) {
    String trimmed = text.strip();
    if (trimmed.startsWith("-")) {
      return "it is negative";
    }
    int end = endOfNumber(trimmed);
    String number = trimmed.substring(0, end);
    String unit = trimmed.substring(end);
    if (number.indexOf('.') >= 0) {
      return "it has a fraction";
    }
    String digits = number.startsWith("+") ? number.substring(1) : number;
    if (digits.isEmpty() || digits.length() > DIGITS || !isDigits(digits)) {
      return "it is no whole number with a unit";
    }
    var count = new BigInteger(digits);
    if (unit.isEmpty()) {
      return count.signum() == 0
          ? ""
          : "it has no unit, such as `" + digits + "s` or `" + digits + "ms`";
    }
    long millis = millis(unit);
    if (millis == 0) {
      return "its unit is none of `ms`, `s`, `m`, `h`, and `d`";
    }
    return count.max(count.multiply(BigInteger.valueOf(millis))).compareTo(MOST) > 0
        ? "it is too long"
        : "";
  }

  /// In milliseconds, of one without a fault.
  public static BigInteger millis(String text, long otherwise) {
    String trimmed = text.strip();
    int end = endOfNumber(trimmed);
    if (trimmed.isEmpty() || !fault(text).isEmpty()) {
      return BigInteger.valueOf(otherwise);
    }
    return new BigInteger(trimmed.substring(0, end))
        .multiply(BigInteger.valueOf(millis(trimmed.substring(end))));
  }

  private static long millis(String unit) {
    return switch (unit) {
      case "ms" -> 1;
      case "s" -> 1_000;
      case "m" -> 60_000;
      case "h" -> 3_600_000;
      case "d" -> 86_400_000;
      default -> 0;
    };
  }

  /// After the last digit.
  private static int endOfNumber(String text) {
    int end = text.length();
    while (end > 0 && !isDigit(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
