package io.meshc.rules.gateway.status;

/// Host names of listeners and routes, of which the first label may be `*`.
final class HostText {
  private HostText() {}

  /// Whether a request can be of both. `*` stands for one label or more; `""` is any host.
  static boolean intersect(String left, String right) {
    if (left.isEmpty() || right.isEmpty() || left.equalsIgnoreCase(right)) {
      return true;
    }
    return covers(left, right) || covers(right, left);
  }

  private static boolean covers(String pattern, String host) {
    return pattern.startsWith("*.")
        && host.length() > pattern.length() - 1
        && host.regionMatches(
            true, host.length() - pattern.length() + 1, pattern, 1, pattern.length() - 1);
  }
}
