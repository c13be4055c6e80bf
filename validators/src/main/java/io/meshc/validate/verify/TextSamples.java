package io.meshc.validate.verify;

import io.meshc.model.match.TextPattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Values on both sides of the border of a pattern: what it accepts, and what is one character away from that.
final class TextSamples {
  private TextSamples() {}

  /// Values that the pattern accepts.
  static List<String> inside(TextPattern pattern) {
    return switch (pattern) {
      case TextPattern.Anything _, TextPattern.NotEmpty _ -> List.of("x");
      case TextPattern.Exact(var text) -> List.of(text);
      case TextPattern.Prefix(var text) -> List.of(text, text + "x");
      case TextPattern.PathPrefix(var text) -> List.of(text, text + "/x");
      case TextPattern.Suffix(var text) -> List.of(text, "x" + text);
      case TextPattern.Contains(var text) -> List.of(text, "x" + text + "x");
      case TextPattern.FullRegex(var regex) -> RegexSamples.of(regex);
      case TextPattern.FirstMatch(var regex) -> RegexSamples.of(regex);
      case TextPattern.StartRegex(var regex) ->
          RegexSamples.of(regex).stream().flatMap(it -> Stream.of(it, it + "x")).toList();
      case TextPattern.IgnoreCase(var of) -> inside(of);
    };
  }

  /// Values inside, and their neighbours: one character more or less at either end, the other case.
  static Set<String> around(TextPattern pattern) {
    var result = new LinkedHashSet<>(inside(pattern));
    for (String value : List.copyOf(result)) {
      result.add(value + "x");
      result.add("x" + value);
      result.add(value + "/");
      result.add(otherCase(value));
      if (!value.isEmpty()) {
        result.add(value.substring(1));
        result.add(value.substring(0, value.length() - 1));
      }
    }
    return result;
  }

  private static String otherCase(String value) {
    var out = new StringBuilder();
    value
        .chars()
        .forEach(c ->
            out.appendCodePoint(
                Character.isLowerCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c)));
    return out.toString();
  }
}
