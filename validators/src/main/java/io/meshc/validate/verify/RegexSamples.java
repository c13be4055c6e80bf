package io.meshc.validate.verify;

import io.meshc.model.match.Regex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A few short strings that a regular expression matches, to ask questions with. Not complete: constructs that it does not
/// know yield nothing, and every string is checked against RE2 before it is used.
final class RegexSamples {
  private static final int MOST = 12;
  private final String text;
  private int at;

  private RegexSamples(String text) {
    this.text = text;
  }

  /// Strings that the whole expression matches, the shortest first.
  static List<String> of(Regex regex) {
    Set<String> samples = new RegexSamples(regex.text()).alternatives();
    return samples.stream().filter(regex::matchesAll).limit(MOST).toList();
  }

  private Set<String> alternatives() {
    var all = new LinkedHashSet<>(sequence());
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      all.addAll(sequence());
    }
    return cut(all);
  }

  private Set<String> sequence() {
    Set<String> result = Set.of("");
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      result = product(result, repeated(atom()));
    }
    return result;
  }

  private Set<String> atom() {
    char c = text.charAt(at++);
    return switch (c) {
      case '.' -> set("x", "/");
      case '^', '$' -> Set.of("");
      case '(' -> group();
      case '[' -> characterClass();
      case '\\' -> escape();
      default -> Set.of(String.valueOf(c));
    };
  }

  private Set<String> group() {
    if (text.startsWith("?", at)) {
      int colon = text.indexOf(':', at);
      int angle = text.indexOf('>', at);
      int close = text.indexOf(')', at);
      boolean named = text.startsWith("?P<", at) || text.startsWith("?<", at);
      int start = named ? angle : colon;
      boolean flagsOnly = start < 0 || (close >= 0 && close < start);
      at = flagsOnly ? Math.max(close, at) : start + 1;
    }
    Set<String> inside = alternatives();
    at = Math.min(at + 1, text.length());
    return inside;
  }

  private Set<String> escape() {
    if (at >= text.length()) {
      return Set.of();
    }
    char c = text.charAt(at++);
    return switch (c) {
      case 'd' -> set("0", "7");
      case 'w' -> set("a", "0");
      case 's' -> Set.of(" ");
      case 'D', 'W', 'S' -> Set.of("-");
      case 'b', 'B', 'A', 'z' -> Set.of("");
      default -> Set.of(String.valueOf(c));
    };
  }

  /// The first member, or for a negated class something that RE2 will be asked about.
  private Set<String> characterClass() {
    boolean negated = text.startsWith("^", at);
    int start = negated ? at + 1 : at;
    int end = start + 1;
    while (end < text.length() && text.charAt(end) != ']') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    at = Math.min(end + 1, text.length());
    if (negated) {
      return set("x", "0", "-", "/");
    }
    String members = text.substring(start, Math.min(end, text.length()));
    char first =
        members.charAt(0) == '\\' && members.length() > 1 ? members.charAt(1) : members.charAt(0);
    return switch (first) {
      case 'd' -> members.startsWith("\\") ? Set.of("0") : Set.of("d");
      case 'w' -> members.startsWith("\\") ? Set.of("a") : Set.of("w");
      default -> set(String.valueOf(first), members.substring(members.length() - 1));
    };
  }

  private Set<String> repeated(Set<String> once) {
    if (at >= text.length()) {
      return once;
    }
    Set<String> result =
        switch (text.charAt(at)) {
          case '*' -> join(Set.of(""), once);
          case '+' -> join(once, product(once, once));
          case '?' -> join(Set.of(""), once);
          case '{' -> counted(once);
          default -> once;
        };
    if ("*+?".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '?' && result != once) {
      at++;
    }
    return result;
  }

  private Set<String> counted(Set<String> once) {
    int close = text.indexOf('}', at);
    String count = close < 0 ? "" : text.substring(at + 1, close);
    String least = count.contains(",") ? count.substring(0, count.indexOf(',')) : count;
    if (least.isEmpty() || !least.chars().allMatch(Character::isDigit) || least.length() > 3) {
      return once;
    }
    at = close + 1;
    Set<String> result = Set.of("");
    for (int i = 0; i < Integer.parseInt(least); i++) {
      result = product(result, once);
    }
    return result;
  }

  private static Set<String> product(Set<String> left, Set<String> right) {
    var result = new LinkedHashSet<String>();
    for (String tail : right) {
      for (String head : left) {
        result.add(head + tail);
      }
    }
    return cut(result);
  }

  private static Set<String> join(Set<String> left, Set<String> right) {
    var result = new LinkedHashSet<>(left);
    result.addAll(right);
    return cut(result);
  }

  private static Set<String> set(String... values) {
    return new LinkedHashSet<>(List.of(values));
  }

  private static Set<String> cut(Set<String> values) {
    return new LinkedHashSet<>(new ArrayList<>(values).subList(0, Math.min(MOST, values.size())));
  }
}
