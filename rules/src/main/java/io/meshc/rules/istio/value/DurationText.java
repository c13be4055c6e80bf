package io.meshc.rules.istio.value;

import java.math.BigDecimal;
import java.util.Optional;

/// Durations as Go writes them: `1h30m`, `1.5s`, `250ms`.
public final class DurationText {
  private static final BigDecimal MILLISECOND = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal SECOND = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private DurationText() {}

  /// What is wrong with a duration of a timeout: Istio counts whole milliseconds, from one on.
  public static String fault(String text) {
    Optional<BigDecimal> nanos = nanos(text);
    if (nanos.isEmpty()) {
      return "is no duration, such as `1.5s` or `250ms`";
    }
    if (nanos.get().compareTo(MILLISECOND) < 0) {
      return "is shorter than `1ms`";
    }
    return isWhole(nanos.get(), MILLISECOND) ? "" : "is no whole number of milliseconds";
  }

  /// The same for a field where less than a millisecond means never.
  public static String faultUnlessZero(String text) {
    return nanos(text).filter(it -> it.abs().compareTo(MILLISECOND) < 0).isPresent()
        ? ""
        : fault(text);
  }

  /// The same for a field that the API server alone looks at: any length from one millisecond on.
  public static String shortFault(String text) {
    return nanos(text).filter(it -> it.compareTo(MILLISECOND) >= 0).isPresent() ? "" : fault(text);
  }

  public static boolean isWholeSeconds(String text) {
    return nanos(text).filter(it -> isWhole(it, SECOND)).isPresent();
  }

  private static boolean isWhole(BigDecimal nanos, BigDecimal unit) {
    return nanos.remainder(unit).signum() == 0;
  }

  /// In nanoseconds, of which Go drops fractions; empty for what is no duration or longer than Go can count.
  public static Optional<BigDecimal> nanos(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String rest = signed ? text.substring(1) : text;
    if (rest.equals("0")) {
      return Optional.of(BigDecimal.ZERO);
    }
    if (rest.isEmpty() || rest.length() > 100) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    int at = 0;
    while (at < rest.length()) {
      int unit = endOf(rest, at, true);
      int next = endOf(rest, unit, false);
      Optional<BigDecimal> part = part(rest.substring(at, unit), rest.substring(unit, next));
      if (part.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(part.get());
      at = next;
    }
    if (sum.compareTo(LONGEST) > 0) {
      return Optional.empty();
    }
    return Optional.of(text.startsWith("-") ? sum.negate() : sum);
  }

  /// Where digits and dots end, or where they start.
  private static int endOf(String text, int from, boolean digits) {
    int at = from;
    while (at < text.length() && isOfNumber(text.charAt(at)) == digits) {
      at++;
    }
    return at;
  }

  private static boolean isOfNumber(char c) {
    return c >= '0' && c <= '9' || c == '.';
  }

  private static Optional<BigDecimal> part(String number, String unit) {
    long scale =
        switch (unit) {
          case "ns" -> 1L;
          case "us", "µs", "μs" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          default -> 0L;
        };
    int dot = number.indexOf('.');
    boolean isNumber = !number.isEmpty() && !number.equals(".") && dot == number.lastIndexOf('.');
    if (scale == 0 || !isNumber) {
      return Optional.empty();
    }
    var value = new BigDecimal("0" + number + (dot == number.length() - 1 ? "0" : ""));
    return Optional.of(
        value.multiply(BigDecimal.valueOf(scale)).setScale(0, java.math.RoundingMode.DOWN));
  }
}
