package io.meshc.validate.schema;

import io.meshc.yaml.Node;

/// What others wrote as a message shows it: on one line, and not all of a long one.
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  static String of(Node value) {
    return value instanceof Node.Scalar scalar ? "`" + text(scalar.text()) + "`" : value.describe();
  }

  static String text(String text) {
    boolean cut = text.codePointCount(0, text.length()) > LONGEST;
    String kept = cut ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…" : text;
    return kept.replaceAll("\\s+", " ").replace('`', '\'');
  }

  /// What somebody else says, as one of our messages: one line without a full stop.
  static String sentence(String said) {
    String line = said.strip().replaceAll("\\s+", " ");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
