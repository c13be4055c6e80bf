package io.meshc.rules.istio.authorization;

/// Paths of a policy: plain texts, prefixes and suffixes with `*`, or templates of segments, where `{*}` stands for one segment
/// and `{**}` for any rest of them.
final class PathTemplate {
  private static final String ONE = "{*}";
  private static final String ANY = "{**}";
  private static final String SIGNS = "-._~%!$&'()+,;:@=";

  private PathTemplate() {}

  static String fault(String path) {
    boolean template = path.contains(ONE) || path.contains(ANY);
    boolean rest = false;
    for (String segment : trimmed(path).split("/", -1)) {
      boolean operator = segment.equals(ONE) || segment.equals(ANY);
      if (operator && rest) {
        return "`{**}` is not the last operator of it";
      }
      rest |= segment.equals(ANY);
      if (operator) {
        continue;
      }
      if (segment.indexOf('{') >= 0 || segment.indexOf('}') >= 0) {
        return "braces stand in it, and neither `{*}` nor `{**}` is the whole of segment `"
            + segment
            + "`";
      }
      if (template && !isLiteral(segment)) {
        return "segment `" + segment + "` of the template is no text that paths have";
      }
    }
    return "";
  }

  private static String trimmed(String path) {
    int from = 0;
    int to = path.length();
    while (from < to && path.charAt(from) == '/') {
      from++;
    }
    while (to > from && path.charAt(to - 1) == '/') {
      to--;
    }
    return path.substring(from, to);
  }

  private static boolean isLiteral(String segment) {
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letterOrDigit && SIGNS.indexOf(c) < 0) {
        return false;
      }
    }
    return !segment.isEmpty();
  }
}
