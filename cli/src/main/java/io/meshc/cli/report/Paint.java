package io.meshc.cli.report;

import io.meshc.diag.Severity;

/// Colours on a terminal, nothing elsewhere. What comes out of the user's files never reaches a terminal raw.
public record Paint(boolean on) {

  private static final int MOST = 1_000;

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> wrap("1;31", text);
      case WARNING -> wrap("1;33", text);
      case INFO -> wrap("1;34", text);
    };
  }

  String bold(String text) {
    return wrap("1", text);
  }

  String faint(String text) {
    return wrap("34", text);
  }

  public String good(String text) {
    return wrap("1;32", text);
  }

  public String bad(String text) {
    return wrap("1;31", text);
  }

  private String wrap(String code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /// Without control characters, which a terminal would obey.
  public static String harmless(String text) {
    if (text.chars().noneMatch(Paint::isControl)) {
      return text;
    }
    var safe = new StringBuilder(text.length());
    text.chars().forEach(it -> safe.append(isControl(it) ? '\ufffd' : (char) it));
    return safe.toString();
  }

  /// A message or a note, which holds the user's words: nobody reads a line of them that goes on for a screen.
  static String brief(String text) {
    String safe = harmless(text);
    return safe.length() <= MOST
        ? safe
        : safe.substring(0, safe.offsetByCodePoints(0, MOST / 2)) + "…";
  }

  private static boolean isControl(int unit) {
    return (Character.isISOControl(unit) && unit != '\t')
        || (unit >= 0x202a && unit <= 0x202e)
        || (unit >= 0x2066 && unit <= 0x2069);
  }
}
