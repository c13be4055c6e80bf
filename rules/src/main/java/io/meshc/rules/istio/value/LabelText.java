package io.meshc.rules.istio.value;

/// Labels of Kubernetes objects, as Istio checks those that stand in its own.
public final class LabelText {
  private static final int MOST_OF_NAME = 63;
  private static final int MOST_OF_PREFIX = 253;

  private LabelText() {}

  /// What is wrong with one of several labels.
  public static String fault(String key, String value) {
    int slash = key.indexOf('/');
    String name = key.substring(slash + 1);
    if (!isName(name) || name.length() > MOST_OF_NAME) {
      return "the name of key `" + key + "` is not up to 63 letters, digits, `-`, `_` and `.`";
    }
    if (slash >= 0 && !isPrefix(key.substring(0, slash))) {
      return "the prefix of key `" + key + "` is no DNS name";
    }
    return value.isEmpty() || isName(value)
        ? ""
        : "value `"
            + value
            + "` is not letters, digits, `-`, `_` and `.`, the first two at its ends";
  }

  static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static boolean isName(String text) {
    if (text.isEmpty()
        || !isLetterOrDigit(text.charAt(0))
        || !isLetterOrDigit(text.charAt(text.length() - 1))) {
      return false;
    }
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (!isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrefix(String text) {
    if (text.length() > MOST_OF_PREFIX) {
      return false;
    }
    for (String label : text.split("\\.", -1)) {
      if (!isPrefixLabel(label)) {
        return false;
      }
    }
    return true;
  }

  /// As a label of a host, of any length.
  private static boolean isPrefixLabel(String label) {
    return !label.isEmpty() && label.indexOf('_') < 0 && isName(label);
  }
}
