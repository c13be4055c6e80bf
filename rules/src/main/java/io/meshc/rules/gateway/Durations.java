package io.meshc.rules.gateway;

import java.util.OptionalLong;

/// Durations as the Gateway API writes them: up to four whole numbers with `h`, `m`, `s` or `ms`.
public final class Durations {
  private Durations() {}

  /// In milliseconds; empty for what is none, which the schema says.
  public static OptionalLong millis(String text) {
    long total = 0;
    int at = 0;
    while (at < text.length()) {
      int start = at;
      long number = 0;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        number = number * 10 + (text.charAt(at) - '0');
        at++;
      }
      if (at == start || at - start > 5) {
        return OptionalLong.empty();
      }
      if (text.startsWith("ms", at)) {
        total += number;
        at += 2;
      } else if (text.startsWith("h", at)) {
        total += number * 3_600_000;
        at++;
      } else if (text.startsWith("m", at)) {
        total += number * 60_000;
        at++;
      } else if (text.startsWith("s", at)) {
        total += number * 1_000;
        at++;
      } else {
        return OptionalLong.empty();
      }
    }
    return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(total);
  }
}
