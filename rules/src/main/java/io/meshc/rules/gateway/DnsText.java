package io.meshc.rules.gateway;

import io.meshc.validate.schema.Addresses;

/// Names and addresses as the definitions of the Gateway API have them. Loops, not expressions: a text may have any length.
public final class DnsText {
  private DnsText() {}

  /// A name of DNS in small letters.
  public static boolean isName(String text) {
    int start = 0;
    while (true) {
      int dot = text.indexOf('.', start);
      int end = dot < 0 ? text.length() : dot;
      if (!isLabel(text, start, end)) {
        return false;
      }
      if (dot < 0) {
        return true;
      }
      start = dot + 1;
    }
  }

  /// The same, or with `*` before its first dot.
  public static boolean isPattern(String text) {
    return isName(text.startsWith("*.") ? text.substring(2) : text);
  }

  public static boolean isIp(String text) {
    return Addresses.isV4(text) || Addresses.isV6(text);
  }

  private static boolean isLabel(String text, int start, int end) {
    if (start == end || text.charAt(start) == '-' || text.charAt(end - 1) == '-') {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
        return false;
      }
    }
    return true;
  }
}
