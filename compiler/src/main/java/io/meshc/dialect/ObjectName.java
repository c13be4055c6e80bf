package io.meshc.dialect;

import java.util.Optional;

/// What the API server takes for `metadata.name`, by kind.
///
/// Source: kubernetes.io, "Object Names and IDs"; CronJob: "the maximum length is 52 characters".
final class ObjectName {
  private ObjectName() {}

  /// What is wrong with a name; empty if nothing is.
  static Optional<String> mistake(String group, String kind, String name) {
    boolean core = group.isEmpty();
    if (core && kind.equals("Service")) {
      return isLabel(name) && isLetter(name.charAt(0)) && name.length() <= 63
          ? Optional.empty()
          : Optional.of(
              "lower-case letters, digits and `-`, a letter first, 63 characters at most");
    }
    if (core && kind.equals("Namespace")) {
      return isLabel(name) && name.length() <= 63
          ? Optional.empty()
          : Optional.of("lower-case letters, digits and `-`, 63 characters at most");
    }
    int most = group.equals("batch") && kind.equals("CronJob") ? 52 : 253;
    return isSubdomain(name) && name.length() <= most
        ? Optional.empty()
        : Optional.of("lower-case letters, digits, `-` and `.`, " + most + " characters at most");
  }

  private static boolean isSubdomain(String name) {
    int from = 0;
    while (from <= name.length()) {
      int dot = name.indexOf('.', from);
      int end = dot < 0 ? name.length() : dot;
      if (!isLabel(name.substring(from, end))) {
        return false;
      }
      from = end + 1;
    }
    return true;
  }

  /// Letters, digits and `-`, the last not at an end.
  private static boolean isLabel(String text) {
    if (text.isEmpty() || text.charAt(0) == '-' || text.charAt(text.length() - 1) == '-') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
