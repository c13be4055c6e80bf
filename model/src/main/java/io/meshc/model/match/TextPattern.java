package io.meshc.model.match;

import java.util.Locale;

/// A set of strings. Case matters unless [IgnoreCase] says otherwise.
public sealed interface TextPattern {
  /// Every value, the empty one too; of a header: it is there.
  record Anything() implements TextPattern {}

  record Exact(String text) implements TextPattern {
    /// Written out: see `distinct` in [Match].
    @Override
    public boolean equals(Object other) {
      return other instanceof Exact that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  record Prefix(String text) implements TextPattern {
    @Override
    public boolean equals(Object other) {
      return other instanceof Prefix that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode() + 1;
    }
  }

  /// A prefix that ends at a `/`: `/a` takes `/a` and `/a/b`, not `/ab`. Stored without a trailing `/`.
  record PathPrefix(String text) implements TextPattern {}

  record Suffix(String text) implements TextPattern {}

  record Contains(String text) implements TextPattern {}

  /// The whole value.
  record FullRegex(Regex regex) implements TextPattern {}

  /// A start of the value: what "anchored at the beginning" means.
  record StartRegex(Regex regex) implements TextPattern {}

  /// The whole value is what a search finds first: leftmost, and of several alternatives there the one that stands first. So `a|ab`
  /// does not take `ab`.
  record FirstMatch(Regex regex) implements TextPattern {}

  /// ASCII letter case does not count.
  record IgnoreCase(TextPattern of) implements TextPattern {}

  /// At least one character.
  record NotEmpty() implements TextPattern {}

  TextPattern ANYTHING = new Anything();

  default boolean accepts(String value) {
    return switch (this) {
      case Anything() -> true;
      case NotEmpty() -> !value.isEmpty();
      case Exact(var text) -> value.equals(text);
      case Prefix(var text) -> value.startsWith(text);
      case PathPrefix(var text) ->
          value.equals(text) || (value.startsWith(text) && value.startsWith("/", text.length()));
      case Suffix(var text) -> value.endsWith(text);
      case Contains(var text) -> value.contains(text);
      case FullRegex(var regex) -> regex.matchesAll(value);
      case StartRegex(var regex) -> regex.matchesStart(value);
      case FirstMatch(var regex) -> regex.findsAll(value);
      case IgnoreCase(var of) -> of.lowerCase().accepts(value.toLowerCase(Locale.ROOT));
    };
  }

  private TextPattern lowerCase() {
    return switch (this) {
      case Exact(var text) -> new Exact(text.toLowerCase(Locale.ROOT));
      case Prefix(var text) -> new Prefix(text.toLowerCase(Locale.ROOT));
      case PathPrefix(var text) -> new PathPrefix(text.toLowerCase(Locale.ROOT));
      case Suffix(var text) -> new Suffix(text.toLowerCase(Locale.ROOT));
      case Contains(var text) -> new Contains(text.toLowerCase(Locale.ROOT));
      case Anything _, NotEmpty _, FullRegex _, StartRegex _, FirstMatch _, IgnoreCase _ -> this;
    };
  }

  /// As a person would say it.
  default String described() {
    return switch (this) {
      case Anything() -> "anything";
      case NotEmpty() -> "anything but the empty text";
      case Exact(var text) -> "`" + text + "`";
      case Prefix(var text) -> "`" + text + "*`";
      case PathPrefix(var text) -> "`" + text + "` or below";
      case Suffix(var text) -> "`*" + text + "`";
      case Contains(var text) -> "`*" + text + "*`";
      case FullRegex(var regex) -> "regex `" + regex + "`";
      case StartRegex(var regex) -> "regex `" + regex + "` at the start";
      case FirstMatch(var regex) -> "regex `" + regex + "`, its first match";
      case IgnoreCase(var of) -> of.described() + " in any case";
    };
  }
}
