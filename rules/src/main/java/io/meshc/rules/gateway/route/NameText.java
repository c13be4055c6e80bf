package io.meshc.rules.gateway.route;

/// Paths of HTTP and names of gRPC, as the definitions of the Gateway API have them. Loops, not expressions: a text may have any length.
final class NameText {
  private static final String OF_PATHS = "-/._~!$&'()*+,;=:@";

  private NameText() {}

  /// Characters of paths and escaped bytes alone.
  static boolean isPath(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%'
          && i + 2 < text.length()
          && isHex(text.charAt(i + 1))
          && isHex(text.charAt(i + 2))) {
        i += 2;
      } else if (!isLetter(c) && !isDigit(c) && OF_PATHS.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /// Words with dots between, and maybe one before.
  static boolean isService(String text) {
    String name = text.startsWith(".") ? text.substring(1) : text;
    int start = 0;
    while (true) {
      int dot = name.indexOf('.', start);
      int end = dot < 0 ? name.length() : dot;
      if (!isWord(name, start, end)) {
        return false;
      }
      if (dot < 0) {
        return true;
      }
      start = dot + 1;
    }
  }

  static boolean isMethod(String text) {
    return isWord(text, 0, text.length());
  }

  private static boolean isWord(String text, int start, int end) {
    if (start == end || isDigit(text.charAt(start))) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && !isDigit(c) && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }
}
