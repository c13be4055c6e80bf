package io.meshc.yaml;

/// JSON takes tabs between its tokens, YAML takes them only here and there.
public final class JsonTabs {
  private JsonTabs() {}

  /// The same text with a space for each tab outside of double quotes, if it starts as JSON does.
  /// Offsets stay.
  public static String toSpaces(String text) {
    String start = text.stripLeading();
    boolean json = start.startsWith("{") || start.startsWith("[");
    if (!json || text.indexOf('\t') < 0) {
      return text;
    }
    char[] result = text.toCharArray();
    boolean quoted = false;
    for (int at = 0; at < result.length; at++) {
      switch (result[at]) {
        case '"' -> quoted = !quoted;
        case '\\' -> at += quoted ? 1 : 0;
        case '\t' -> result[at] = quoted ? '\t' : ' ';
        default -> {}
      }
    }
    return new String(result);
  }
}
