package io.meshc.yaml;

import java.util.OptionalInt;

/// The characters that YAML does not take, not even in quotes.
final class Unprintable {
  private Unprintable() {}

  /// Where the first one stands.
  static OptionalInt in(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= ' ' && c <= '~') {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        at++;
      } else if (!isPrintable(c)) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  static boolean isPrintable(char c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && c <= '~')
        || c == '\u0085'
        || (c >= '\u00a0' && c <= '\ud7ff')
        || (c >= '\ue000' && c <= '\ufffd');
  }

  static String describe(String text, int at) {
    return "control character U+%04X".formatted((int) text.charAt(at));
  }
}
