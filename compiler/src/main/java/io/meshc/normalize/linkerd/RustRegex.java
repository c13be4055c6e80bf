package io.meshc.normalize.linkerd;

import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Regular expressions as the library of Rust reads them: a value matches where the first match that a search finds is the whole
/// value. What RE2 reads otherwise, or not at all, is not known.
///
/// Source: docs.rs/regex, "Syntax"; linkerd/linkerd2-proxy, linkerd/http/route/src/http/match/path.rs.
final class RustRegex {
  /// What Rust has and RE2 has not: operations on classes, classes within classes, other flags, `\\u`, `\\<` and its like.
  private static final Pattern RUST_ALONE =
      Pattern.compile(
          "\\[[^\\]]*(&&|--|~~|\\[(?!:))|\\(\\?[a-zA-Z-]*[xuR]|\\\\[uU<>]|\\\\b\\{|\\\\[pP]\\{[^}]*[=:]");

  /// What RE2 has and Rust refuses: quotes, single bytes, numbers of characters.
  private static final Pattern RE2_ALONE = Pattern.compile("\\\\[QEC]|\\\\[0-9]");

  /// Whatever looks around or back, which neither has.
  private static final Pattern NEITHER = Pattern.compile("\\(\\?<?[=!]|\\\\k|\\(\\?P=");

  private static final Pattern ALTERNATIVES = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern REPETITIONS = Pattern.compile("(?<!\\\\)([*+?{])");
  private static final Pattern TO_THE_END = Pattern.compile("(^|.*[^\\\\])\\.[*+]\\$?");

  private RustRegex() {}

  /// @param as what to say of a value that is matched so
  /// @return empty where Rust refuses the expression
  static Optional<Match> match(String text, Function<TextPattern, Match> as) {
    if (NEITHER.matcher(text).find() || RE2_ALONE.matcher(text).find()) {
      return Optional.empty();
    }
    if (RUST_ALONE.matcher(text).find()) {
      return Optional.of(unclear(text, as));
    }
    Optional<Regex> regex = Regex.of(text);
    if (regex.isEmpty()) {
      // Rust repeats more than a thousand times, and takes larger ones; else both refuse the same.
      boolean large = text.matches(".*\\{[0-9,]{4,}\\}.*");
      return large ? Optional.of(unclear(text, as)) : Optional.empty();
    }
    return Optional.of(as.apply(pattern(regex.get())));
  }

  private static Match unclear(String text, Function<TextPattern, Match> as) {
    return new Match.Unclear(
        Match.NONE,
        as.apply(TextPattern.ANYTHING),
        "what regex `" + text + "` matches is not known: RE2 reads it otherwise than Rust");
  }

  /// Where nothing can be chosen, the first match is the whole value if any is.
  private static TextPattern pattern(Regex regex) {
    String text = regex.text();
    boolean alternatives = ALTERNATIVES.matcher(text).find();
    boolean lazy = text.contains("?");
    boolean single = REPETITIONS.matcher(text).results().count() <= 1;
    boolean plain = !alternatives && !lazy && (single || TO_THE_END.matcher(text).matches());
    return plain ? new TextPattern.FullRegex(regex) : new TextPattern.FirstMatch(regex);
  }
}
