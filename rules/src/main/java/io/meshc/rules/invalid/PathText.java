package io.meshc.rules.invalid;

import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.model.match.Regex;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The text of a `pathRegex`, character by character, for what an expression says without being run.
final class PathText {
  /// A character that stands for itself, or an operator.
  ///
  /// @param text with its backslash if it has one; a whole class such as `[a-z]` is one piece
  /// @param depth of the groups around it
  record Piece(String text, int depth) {
    boolean isLiteral() {
      return text.length() == 1 && "\\.[]{}()*+?|^$".indexOf(text.charAt(0)) < 0;
    }

    boolean is(String other) {
      return text.equals(other);
    }
  }

  private PathText() {}

  static List<Piece> pieces(String regex) {
    var pieces = new ArrayList<Piece>();
    int depth = 0;
    int at = 0;
    while (at < regex.length()) {
      int end = end(regex, at);
      String text = regex.substring(at, end);
      if (text.equals(")")) {
        depth--;
      }
      pieces.add(new Piece(text, depth));
      if (text.equals("(")) {
        depth++;
      }
      at = end;
    }
    return pieces;
  }

  private static int end(String regex, int at) {
    char c = regex.charAt(at);
    if (c == '\\') {
      return Math.min(at + 2, regex.length());
    }
    if (c != '[') {
      return at + 1;
    }
    // a bracket that stands first in a class is one of its members
    int from = at + 1;
    from += regex.startsWith("^", from) ? 1 : 0;
    from += regex.startsWith("]", from) ? 1 : 0;
    while (from < regex.length() && regex.charAt(from) != ']') {
      from += regex.charAt(from) == '\\' ? 2 : 1;
    }
    return Math.min(from + 1, regex.length());
  }

  /// The paths that rules of this package look at: those that RE2 takes.
  ///
  /// @param suspect whether a text is worth taking apart at all; most are not, and expressions are dear to compile
  static Stream<At<String>> written(HttpRouteGroup group, Predicate<String> suspect) {
    return group.matches().stream()
        .flatMap(it -> it.value().pathRegex().stream())
        .filter(it -> suspect.test(it.value()))
        .filter(it -> Regex.of(it.value()).isPresent());
  }
}
