package io.meshc.rules.traffic;

import io.meshc.model.match.PlainRegex;
import io.meshc.model.match.TextPattern;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A pattern, and enough about it to hold it against many others.
///
/// @param start how every text begins that it accepts
/// @param members texts that it probably accepts
record PatternValues(TextPattern pattern, String start, List<String> members) {
  private static final String SPECIAL = "\\.[]{}()*+?|^$";
  private static final Pattern OR = Pattern.compile("\\|");
  private static final Pattern OTHERS = Pattern.compile("\\[\\^[^]]*][+*]?");
  private static final Pattern DIGITS = Pattern.compile("(\\[0-9]|\\\\d)(\\{\\d+})?[+*]?");
  private static final Pattern LETTERS = Pattern.compile("(\\[a-z[^]]*]|\\\\w)[+*]?");
  private static final Pattern SYNTAX = Pattern.compile("[\\\\^$()?]");

  static final PatternValues ANY = of(TextPattern.ANYTHING);

  static PatternValues of(TextPattern written) {
    TextPattern pattern = PlainRegex.simplest(written);
    return switch (pattern) {
      case TextPattern.Anything _ -> new PatternValues(pattern, "", List.of());
      case TextPattern.NotEmpty _ -> new PatternValues(pattern, "", List.of("x"));
      case TextPattern.Exact(var text) -> new PatternValues(pattern, text, List.of(text));
      case TextPattern.Prefix(var text) -> new PatternValues(pattern, text, List.of(text));
      case TextPattern.PathPrefix(var text) -> new PatternValues(pattern, text, List.of(text));
      case TextPattern.Suffix(var text) -> new PatternValues(pattern, "", List.of(text));
      case TextPattern.Contains(var text) -> new PatternValues(pattern, "", List.of(text));
      case TextPattern.FullRegex(var regex) ->
          new PatternValues(pattern, start(regex.text()), plain(regex.text()));
      case TextPattern.StartRegex(var regex) ->
          new PatternValues(pattern, start(regex.text()), plain(regex.text()));
      case TextPattern.FirstMatch(var regex) ->
          new PatternValues(pattern, start(regex.text()), plain(regex.text()));
      case TextPattern.IgnoreCase(var of) -> new PatternValues(pattern, "", of(of).members());
    };
  }

  /// A text that both accept. Of an expression that is not plain, against itself or everything, its own words.
  ///
  /// @param otherwise to try first
  /// @param begins how it has to begin
  Optional<String> shared(PatternValues other, String otherwise, String begins) {
    if (!start.startsWith(other.start) && !other.start.startsWith(start)) {
      return Optional.empty();
    }
    List<String> simple =
        Stream.of(Stream.of(otherwise), members.stream(), other.members.stream())
            .flatMap(it -> it)
            .distinct()
            .toList();
    Stream<String> joined =
        simple.stream().flatMap(head -> simple.stream().map(tail -> head + tail));
    return Stream.of(simple.stream(), joined)
        .flatMap(it -> it)
        .filter(it -> it.startsWith(begins))
        .filter(it -> pattern.accepts(it) && other.pattern.accepts(it))
        .findFirst()
        .or(() -> unsampled(other));
  }

  private Optional<String> unsampled(PatternValues other) {
    boolean asksNoMore =
        pattern.equals(other.pattern) || other.pattern instanceof TextPattern.Anything;
    if (asksNoMore && pattern instanceof TextPattern.FullRegex(var regex)) {
      return Optional.of(regex.text());
    }
    return pattern instanceof TextPattern.Anything
            && other.pattern instanceof TextPattern.FullRegex(var regex)
        ? Optional.of(regex.text())
        : Optional.empty();
  }

  /// The literal text before anything else. None where there are alternatives outside of groups.
  private static String start(String regex) {
    String text = regex.startsWith("^") ? regex.substring(1) : regex;
    if (hasAlternatives(text)) {
      return "";
    }
    int end = 0;
    while (end < text.length() && SPECIAL.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    boolean counted = end > 0 && end < text.length() && "*+?{".indexOf(text.charAt(end)) >= 0;
    return text.substring(0, counted ? end - 1 : end);
  }

  private static boolean hasAlternatives(String regex) {
    int depth = 0;
    for (int i = 0; i < regex.length(); i++) {
      switch (regex.charAt(i)) {
        case '\\' -> i++;
        case '(' -> depth++;
        case ')' -> depth--;
        case '|' -> {
          if (depth == 0) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private static List<String> plain(String regex) {
    return OR.splitAsStream(regex)
        .map(it -> OTHERS.matcher(it).replaceAll("x"))
        .map(it -> DIGITS.matcher(it).replaceAll("1"))
        .map(it -> LETTERS.matcher(it).replaceAll("a"))
        .map(it -> it.replace(".*", "").replace(".+", "x"))
        .map(it -> SYNTAX.matcher(it).replaceAll(""))
        .distinct()
        .toList();
  }
}
