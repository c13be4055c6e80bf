package io.meshc.model.match;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/// A regular expression as Envoy and Go read it (RE2), compiled once. Equal by its text.
public final class Regex {
  private final String text;
  private final Pattern pattern;

  private Regex(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /// Empty where RE2 refuses the text; [#fault] says why.
  public static Optional<Regex> of(String text) {
    if (!RegexSize.fits(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Regex(text, Pattern.compile(text)));
    } catch (PatternSyntaxException | StackOverflowError _) {
      return Optional.empty();
    }
  }

  /// What RE2 has against a text, in its own words; `""` if nothing.
  public static String fault(String text) {
    if (!RegexSize.fits(text)) {
      return "too large, once its repetitions are written out";
    }
    try {
      Pattern.compile(text);
      return "";
    } catch (PatternSyntaxException e) {
      return e.getDescription() + (e.getPattern().isEmpty() ? "" : ": `" + e.getPattern() + "`");
    } catch (StackOverflowError _) {
      return "nested too deeply";
    }
  }

  public String text() {
    return text;
  }

  /// The whole value.
  public boolean matchesAll(String value) {
    return pattern.matcher(value).matches();
  }

  /// A part of the value.
  public boolean matchesPart(String value) {
    return pattern.matcher(value).find();
  }

  /// The first part of the value that matches; `""` if none does.
  public String firstIn(String value) {
    Matcher matcher = pattern.matcher(value);
    return matcher.find() ? matcher.group() : "";
  }

  /// A prefix of the value.
  public boolean matchesStart(String value) {
    return pattern.matcher(value).lookingAt();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Regex that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
