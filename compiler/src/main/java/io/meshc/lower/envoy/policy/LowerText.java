package io.meshc.lower.envoy.policy;

import io.meshc.dialect.envoy.StringMatch;
import io.meshc.dialect.envoy.StringMatch.Kind;
import io.meshc.model.match.PlainRegex;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import java.util.Optional;

/// Patterns of text → matchers, which hold for the whole value.
public final class LowerText {
  private LowerText() {}

  /// Why a pattern cannot be said; empty where it can.
  public static Optional<String> unsaid(TextPattern pattern) {
    return switch (pattern) {
      case TextPattern.FirstMatch(var regex)
          when regex.text().contains("|") || regex.text().contains("?") ->
          Optional.of("Envoy cannot tell which alternative of regex `" + regex + "` comes first");
      case TextPattern.IgnoreCase(var of) -> unsaid(of);
      case TextPattern.Anything _,
          TextPattern.NotEmpty _,
          TextPattern.Exact _,
          TextPattern.Prefix _,
          TextPattern.PathPrefix _,
          TextPattern.Suffix _,
          TextPattern.Contains _,
          TextPattern.FullRegex _,
          TextPattern.StartRegex _,
          TextPattern.FirstMatch _ ->
          Optional.empty();
    };
  }

  /// Empty for a pattern that takes any value.
  public static Optional<StringMatch> of(TextPattern pattern) {
    return of(PlainRegex.simplest(pattern), false);
  }

  /// The same whatever the case of letters.
  public static Optional<StringMatch> ignoringCase(TextPattern pattern) {
    return of(PlainRegex.simplest(pattern), true);
  }

  private static Optional<StringMatch> of(TextPattern pattern, boolean ignoreCase) {
    return switch (pattern) {
      case TextPattern.Anything _ -> Optional.empty();
      case TextPattern.NotEmpty _ -> Optional.of(StringMatch.regex(".+"));
      case TextPattern.Exact(var text) -> plain(Kind.EXACT, text, ignoreCase);
      case TextPattern.Prefix(var text) -> plain(Kind.PREFIX, text, ignoreCase);
      case TextPattern.Suffix(var text) -> plain(Kind.SUFFIX, text, ignoreCase);
      case TextPattern.Contains(var text) -> plain(Kind.CONTAINS, text, ignoreCase);
      case TextPattern.PathPrefix _,
          TextPattern.FullRegex _,
          TextPattern.StartRegex _,
          TextPattern.FirstMatch _ ->
          Optional.of(StringMatch.regex(ignoreCase ? "(?i)" + regex(pattern) : regex(pattern)));
      case TextPattern.IgnoreCase(var of) -> of(PlainRegex.simplest(of), true);
    };
  }

  private static Optional<StringMatch> plain(Kind kind, String text, boolean ignoreCase) {
    boolean anything = text.isEmpty() && kind != Kind.EXACT;
    return anything ? Optional.empty() : Optional.of(new StringMatch(kind, text, ignoreCase));
  }

  /// An expression for the whole value.
  public static String regex(TextPattern pattern) {
    return switch (pattern) {
      case TextPattern.Anything _ -> ".*";
      case TextPattern.NotEmpty _ -> ".+";
      case TextPattern.Exact(var text) -> Regex.quote(text);
      case TextPattern.Prefix(var text) -> Regex.quote(text) + ".*";
      case TextPattern.PathPrefix(var text) -> Regex.quote(text) + "(/.*)?";
      case TextPattern.Suffix(var text) -> ".*" + Regex.quote(text);
      case TextPattern.Contains(var text) -> ".*" + Regex.quote(text) + ".*";
      case TextPattern.FullRegex(var regex) -> regex.text();
      case TextPattern.StartRegex(var regex) -> "(?:" + regex.text() + ").*";
      case TextPattern.FirstMatch(var regex) -> regex.text();
      case TextPattern.IgnoreCase(var of) -> "(?i:" + regex(of) + ")";
    };
  }
}
