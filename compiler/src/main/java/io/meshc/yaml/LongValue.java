package io.meshc.yaml;

import java.util.OptionalInt;

/// Text without a gap that is longer than any value of a configuration. The parser takes time by the square of its length.
final class LongValue {
  static final int MAX_LENGTH = 4 << 20;

  private LongValue() {}

  /// Where the first one starts.
  static OptionalInt in(String text) {
    if (text.length() <= MAX_LENGTH) {
      return OptionalInt.empty();
    }
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      if (isGap(text.charAt(at))) {
        start = at + 1;
      } else if (at - start >= MAX_LENGTH) {
        return OptionalInt.of(start);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isGap(char c) {
    return c <= ' ' || c == '"' || c == ',';
  }
}
