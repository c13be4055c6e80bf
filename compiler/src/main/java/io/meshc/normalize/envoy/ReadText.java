package io.meshc.normalize.envoy;

import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import java.util.List;
import java.util.Optional;

/// `envoy.type.matcher.v3.StringMatcher`, and the header matchers that hold one or the fields that were there before it.
final class ReadText {
  private static final String SCHEME = "spiffe://";

  private ReadText() {}

  /// Empty where it is none that is known here.
  static Optional<TextPattern> pattern(Tree matcher) {
    Optional<TextPattern> plain = plain(matcher);
    return matcher.flag("ignore_case") ? plain.map(TextPattern.IgnoreCase::new) : plain;
  }

  private static Optional<TextPattern> plain(Tree matcher) {
    if (matcher.has("exact")) {
      return Optional.of(new TextPattern.Exact(matcher.text("exact")));
    }
    if (matcher.has("prefix")) {
      return Optional.of(new TextPattern.Prefix(matcher.text("prefix")));
    }
    if (matcher.has("suffix")) {
      return Optional.of(new TextPattern.Suffix(matcher.text("suffix")));
    }
    if (matcher.has("contains")) {
      return Optional.of(new TextPattern.Contains(matcher.text("contains")));
    }
    return matcher.has("safe_regex")
        ? regex(matcher.at("safe_regex").text("regex"))
        : Optional.empty();
  }

  static Optional<TextPattern> regex(String text) {
    return Regex.of(text).map(TextPattern.FullRegex::new);
  }

  /// The same of a SPIFFE id, as [io.meshc.model.Identity#text] has it: without its scheme.
  static Optional<TextPattern> identity(Tree matcher) {
    return pattern(matcher).flatMap(ReadText::bare);
  }

  private static Optional<TextPattern> bare(TextPattern pattern) {
    return switch (pattern) {
      case TextPattern.Exact(var text) ->
          Optional.of(
              new TextPattern.Exact(
                  text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : SCHEME + text));
      case TextPattern.Prefix(var text) ->
          text.startsWith(SCHEME)
              ? Optional.of(new TextPattern.Prefix(text.substring(SCHEME.length())))
              : SCHEME.startsWith(text) ? Optional.of(TextPattern.ANYTHING) : Optional.empty();
      case TextPattern.FullRegex(var regex) -> bareRegex(regex.text());
      case TextPattern.Suffix _, TextPattern.Anything _, TextPattern.NotEmpty _ ->
          Optional.of(pattern);
      case TextPattern.Contains(var text) ->
          text.contains(":") ? Optional.empty() : Optional.of(pattern);
      case TextPattern.PathPrefix _,
          TextPattern.StartRegex _,
          TextPattern.FirstMatch _,
          TextPattern.IgnoreCase _ ->
          Optional.empty();
    };
  }

  /// One that begins with the scheme, or with anything at all, means the same behind it.
  private static Optional<TextPattern> bareRegex(String text) {
    if (text.equals(".+") || text.equals(".*")) {
      return Optional.of(TextPattern.ANYTHING);
    }
    boolean hasChoice = isChoice(text);
    if (text.startsWith(SCHEME) && !hasChoice) {
      return regex(text.substring(SCHEME.length()));
    }
    return text.startsWith(".*") && !hasChoice ? regex(text) : Optional.empty();
  }

  /// Whether it is a choice as a whole: then its start is that of the first alternative alone.
  private static boolean isChoice(String regex) {
    int depth = 0;
    for (int i = 0; i < regex.length(); i++) {
      switch (regex.charAt(i)) {
        case '\\' -> i++;
        case '(', '[' -> depth++;
        case ')', ']' -> depth--;
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

  /// `envoy.config.route.v3.HeaderMatcher`
  static Match header(Tree matcher) {
    Match wanted = wanted(matcher);
    return matcher.flag("invert_match") ? new Match.Not(wanted) : wanted;
  }

  private static Match wanted(Tree matcher) {
    String name = matcher.text("name");
    if (matcher.has("present_match")) {
      Match there = on(name, TextPattern.ANYTHING);
      return matcher.flag("present_match") ? there : new Match.Not(there);
    }
    Optional<TextPattern> pattern =
        matcher.has("string_match") ? pattern(matcher.at("string_match")) : older(matcher);
    if (pattern.isEmpty()) {
      return unclear("a matcher of header `" + name + "`");
    }
    Match value = on(name, pattern.get());
    // What is not there counts as the empty text.
    return matcher.flag("treat_missing_header_as_empty") && pattern.get().accepts("")
        ? Match.oneOf(List.of(value, new Match.Not(on(name, TextPattern.ANYTHING))))
        : value;
  }

  private static Optional<TextPattern> older(Tree matcher) {
    if (matcher.has("exact_match")) {
      return Optional.of(new TextPattern.Exact(matcher.text("exact_match")));
    }
    if (matcher.has("prefix_match")) {
      return Optional.of(new TextPattern.Prefix(matcher.text("prefix_match")));
    }
    if (matcher.has("suffix_match")) {
      return Optional.of(new TextPattern.Suffix(matcher.text("suffix_match")));
    }
    if (matcher.has("contains_match")) {
      return Optional.of(new TextPattern.Contains(matcher.text("contains_match")));
    }
    return matcher.has("safe_regex_match")
        ? regex(matcher.at("safe_regex_match").text("regex"))
        : Optional.of(TextPattern.ANYTHING);
  }

  private static Match on(String name, TextPattern value) {
    return switch (name) {
      case ":method" -> new Match.OnMethod(value);
      case ":authority", "host" -> new Match.OnHost(value);
      case ":path" -> new Match.OnPath(value);
      case ":scheme" -> new Attribute.Scheme(value);
      default -> new Match.OnHeader(name, value);
    };
  }

  /// Something that is not read: it may match or not.
  static Match unclear(String what) {
    return new Match.Unclear(Match.NONE, Match.ANY, what + " is not read");
  }
}
