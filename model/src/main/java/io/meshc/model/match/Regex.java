package io.meshc.model.match;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A regular expression as Envoy and Go read it (RE2), compiled once. Equal by its text.
public final class Regex {
  /// Regexes are values, and a repo writes the same few again and again. Enough for the largest, bounded for a hostile one.
  private static final Map<String, Optional<Regex>> KNOWN = new ConcurrentHashMap<>();

  private static final int MAX_KNOWN = 10_000;

  private final String text;
  private final Pattern pattern;

  private Regex(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /// Empty where RE2 refuses the text; [#fault] says why.
  public static Optional<Regex> of(String text) {
    Optional<Regex> known = KNOWN.get(text);
    if (known == null) {
      known = compiled(text);
      if (KNOWN.size() < MAX_KNOWN) {
        KNOWN.put(text, known);
      }
    }
    return known;
  }

  private static Optional<Regex> compiled(String text) {
    if (!RegexSize.fits(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Regex(text, Pattern.compile(text)));
    } catch (PatternSyntaxException | StackOverflowError _) {
      return Optional.empty();
    }
  }

  /// An expression that matches this text alone.
  public static String quote(String text) {
    return Pattern.quote(text);
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

  /// The whole value, if that is what a search in it finds first.
  public boolean findsAll(String value) {
    Matcher matcher = pattern.matcher(value);
    return matcher.find() && matcher.start() == 0 && matcher.end() == value.length();
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

  /// Every match replaced; in the replacement `\1` stands for the first group, and `\0` for the whole match.
  public String replaceAll(String value, String replacement) {
    var to = new StringBuilder();
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      boolean group =
          c == '\\' && i + 1 < replacement.length() && Character.isDigit(replacement.charAt(i + 1));
      if (group) {
        to.append('$').append(replacement.charAt(i + 1));
        i++;
      } else {
        to.append(c == '$' || c == '\\' ? "\\" + c : String.valueOf(c));
      }
    }
    try {
      return pattern.matcher(value).replaceAll(to.toString());
    } catch (IndexOutOfBoundsException _) {
      return value;
    }
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
