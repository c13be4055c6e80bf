package io.meshc.lower.istio;

import io.meshc.model.match.PlainRegex;
import io.meshc.model.match.TextPattern;
import java.util.List;
import java.util.Optional;

/// A pattern → the strings of an AuthorizationPolicy, which know `x`, `x*`, `*x` and `*`; or a regex of Envoy's.
///
/// Source: istio.io, "Authorization Policy"; istio/istio, pilot/pkg/security/authz/matcher.
final class LowerText {
  private LowerText() {}

  /// Paths and identities: `*` asks for at least one character. Any of the strings may match.
  static Optional<List<String>> path(TextPattern pattern) {
    return switch (PlainRegex.simplest(pattern)) {
      case TextPattern.Anything(), TextPattern.NotEmpty() -> Optional.of(List.of("*"));
      case TextPattern other ->
          affixes(other).filter(it -> it.stream().noneMatch(LowerText::isTemplate));
    };
  }

  static Optional<List<String>> identity(TextPattern pattern) {
    return switch (PlainRegex.simplest(pattern)) {
      case TextPattern.Anything(), TextPattern.NotEmpty() -> Optional.of(List.of("*"));
      case TextPattern other -> affixes(other);
    };
  }

  /// Headers, hosts and methods: `*` asks that it is there, be it empty.
  static Optional<List<String>> header(TextPattern pattern) {
    return switch (PlainRegex.simplest(pattern)) {
      case TextPattern.Anything() -> Optional.of(List.of("*"));
      case TextPattern other -> affixes(other);
    };
  }

  private static Optional<List<String>> affixes(TextPattern pattern) {
    return switch (pattern) {
      case TextPattern.Exact(var text) ->
          Optional.of(text).filter(LowerText::isLiteral).map(List::of);
      case TextPattern.Prefix(var text) ->
          Optional.of(text).filter(LowerText::isLiteral).map(it -> List.of(it + "*"));
      case TextPattern.Suffix(var text) ->
          Optional.of(text).filter(LowerText::isLiteral).map(it -> List.of("*" + it));
      case TextPattern.PathPrefix(var text) ->
          Optional.of(text).filter(LowerText::isLiteral).map(it -> List.of(it, it + "/*"));
      case TextPattern.Anything _,
          TextPattern.NotEmpty _,
          TextPattern.Contains _,
          TextPattern.FullRegex _,
          TextPattern.StartRegex _,
          TextPattern.FirstMatch _,
          TextPattern.IgnoreCase _ ->
          Optional.empty();
    };
  }

  /// A `*` at an end would be read as a wildcard, and an empty text is refused.
  private static boolean isLiteral(String text) {
    return !text.isEmpty() && !text.startsWith("*") && !text.endsWith("*");
  }

  private static boolean isTemplate(String text) {
    return text.contains("{") || text.contains("}");
  }

  /// A regex that matches the whole of what the pattern accepts. Empty where letter case does not count in a regex, which
  /// has no such form.
  static Optional<String> regex(TextPattern pattern) {
    return switch (pattern) {
      case TextPattern.Anything() -> Optional.of(".*");
      case TextPattern.NotEmpty() -> Optional.of(".+");
      case TextPattern.Exact(var text) -> Optional.of(quoted(text));
      case TextPattern.Prefix(var text) -> Optional.of(quoted(text) + ".*");
      case TextPattern.PathPrefix(var text) -> Optional.of(quoted(text) + "(?:/.*)?");
      case TextPattern.Suffix(var text) -> Optional.of(".*" + quoted(text));
      case TextPattern.Contains(var text) -> Optional.of(".*" + quoted(text) + ".*");
      case TextPattern.FullRegex(var regex) -> Optional.of(regex.text());
      case TextPattern.StartRegex(var regex) -> Optional.of("(?:" + regex.text() + ").*");
      // The whole value is tried there, and not what a search finds first.
      case TextPattern.FirstMatch _ -> Optional.empty();
      case TextPattern.IgnoreCase(var of) -> folded(of);
    };
  }

  private static Optional<String> folded(TextPattern pattern) {
    return switch (pattern) {
      case TextPattern.FullRegex _, TextPattern.StartRegex _, TextPattern.FirstMatch _ ->
          Optional.empty();
      case TextPattern.IgnoreCase(var of) -> folded(of);
      case TextPattern.Anything _,
          TextPattern.NotEmpty _,
          TextPattern.Exact _,
          TextPattern.Prefix _,
          TextPattern.PathPrefix _,
          TextPattern.Suffix _,
          TextPattern.Contains _ ->
          regex(pattern).map(it -> "(?i)" + it);
    };
  }

  private static String quoted(String text) {
    return text.replaceAll("[\\\\.\\[\\]{}()*+?|^$]", "\\\\$0");
  }
}
