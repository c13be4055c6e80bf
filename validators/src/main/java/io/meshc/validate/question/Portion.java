package io.meshc.validate.question;

import java.util.Locale;

/// A share of the requests, 0 to 1. Where a controller moves weights over time, all that holds is a range.
public record Portion(double least, double most) {
  public static final Portion ALL = of(1);

  public static Portion of(double exactly) {
    return new Portion(exactly, exactly);
  }

  public boolean isExact() {
    return least == most;
  }

  public boolean isNothing() {
    return most == 0;
  }

  /// A part of it.
  public Portion times(double factor) {
    return new Portion(least * factor, most * factor);
  }

  /// This part of another.
  public Portion of(Portion other) {
    return new Portion(least * other.least, most * other.most);
  }

  /// ` 50.0%`, or `0.0–50.0%`
  public String text() {
    return isExact() ? percent(most, "%5.1f%%") : percent(least, "%.1f–") + percent(most, "%.1f%%");
  }

  private static String percent(double of, String as) {
    return String.format(Locale.ROOT, as, of * 100);
  }
}
