package io.meshc.model.match;

import io.meshc.model.match.TextPattern.Contains;
import io.meshc.model.match.TextPattern.Exact;
import io.meshc.model.match.TextPattern.FullRegex;
import io.meshc.model.match.TextPattern.NotEmpty;
import io.meshc.model.match.TextPattern.PathPrefix;
import io.meshc.model.match.TextPattern.Prefix;
import io.meshc.model.match.TextPattern.StartRegex;
import io.meshc.model.match.TextPattern.Suffix;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Regular expressions that say no more than a simpler pattern: `/api/.*` is the prefix `/api/`.
///
/// Exact for values without line breaks, which neither a path nor a header value can hold. Anything that is not
/// plainly literal text and `.*` or `.+` at the ends stays a regex.
public final class PlainRegex {
  private static final List<String> OR_BELOW = List.of("(/.*)?", "(?:/.*)?", "(/.*|)", "(|/.*)");

  private PlainRegex() {}

  /// The simplest pattern with the same meaning.
  public static TextPattern simplest(TextPattern pattern) {
    if (pattern instanceof FullRegex(var regex)) {
      String text = trimAnchors(regex.text());
      return orBelow(text).or(() -> simple(tokens(text))).orElse(pattern);
    }
    return pattern instanceof StartRegex(var regex) ? start(regex).orElse(pattern) : pattern;
  }

  /// `/cart(/.*)?` is `/cart` and all below it.
  private static Optional<TextPattern> orBelow(String regex) {
    return OR_BELOW.stream()
        .filter(regex::endsWith)
        .map(it -> regex.substring(0, regex.length() - it.length()))
        .flatMap(it -> simple(tokens(it)).stream())
        .filter(it -> it instanceof Exact(var text) && !text.isEmpty() && !text.endsWith("/"))
        .<TextPattern>map(it -> new PathPrefix(((Exact) it).text()))
        .findFirst();
  }

  private static Optional<TextPattern> start(Regex regex) {
    String text = regex.text();
    boolean closed = endsWithDollar(text);
    List<Token> tokens = new ArrayList<>(tokens(trimAnchors(text)));
    if (!closed) {
      tokens.add(Token.ANY);
    }
    return simple(tokens);
  }

  /// One step of a regex: a literal character, `.*`, `.+`, or something else.
  private record Token(int literal, boolean any, boolean some, boolean hard) {
    static final Token ANY = new Token(0, true, false, false);
    static final Token SOME = new Token(0, false, true, false);
    static final Token HARD = new Token(0, false, false, true);

    static Token of(char c) {
      return new Token(c, false, false, false);
    }
  }

  private static Optional<TextPattern> simple(List<Token> tokens) {
    if (tokens.stream().anyMatch(Token::hard)) {
      return Optional.empty();
    }
    Deque<Token> left = collapse(tokens);
    boolean openStart = !left.isEmpty() && left.getFirst().any();
    boolean openEnd = !left.isEmpty() && left.getLast().any();
    if (left.size() == 1 && left.getFirst().some()) {
      return Optional.of(new NotEmpty());
    }
    if (openStart) {
      left.removeFirst();
    }
    if (openEnd && !left.isEmpty()) {
      left.removeLast();
    }
    if (left.stream().anyMatch(it -> it.any() || it.some())) {
      return Optional.empty();
    }
    var literal = new StringBuilder();
    left.forEach(it -> literal.append((char) it.literal()));
    return Optional.of(pattern(literal.toString(), openStart, openEnd));
  }

  /// `.*.*` says no more than `.*`, and `.*.+` no more than `.+`.
  private static Deque<Token> collapse(List<Token> tokens) {
    var result = new ArrayDeque<Token>();
    for (Token token : tokens) {
      boolean wild = token.any() || token.some();
      boolean afterWild = !result.isEmpty() && (result.getLast().any() || result.getLast().some());
      if (wild && afterWild) {
        boolean some = token.some() || result.removeLast().some();
        result.addLast(some ? Token.SOME : Token.ANY);
      } else {
        result.addLast(token);
      }
    }
    return result;
  }

  private static TextPattern pattern(String literal, boolean openStart, boolean openEnd) {
    if (literal.isEmpty()) {
      return openStart || openEnd ? TextPattern.ANYTHING : new Exact("");
    }
    if (openStart) {
      return openEnd ? new Contains(literal) : new Suffix(literal);
    }
    return openEnd ? new Prefix(literal) : new Exact(literal);
  }

  private static List<Token> tokens(String regex) {
    var result = new ArrayList<Token>();
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      char next = i + 1 < regex.length() ? regex.charAt(i + 1) : 0;
      boolean lazy = i + 2 < regex.length() && regex.charAt(i + 2) == '?';
      if (c == '.' && (next == '*' || next == '+')) {
        result.add(next == '*' ? Token.ANY : Token.SOME);
        i += lazy ? 2 : 1;
      } else if (c == '\\' && isEscapable(next)) {
        result.add(isQuantifier(regex, i + 2) ? Token.HARD : Token.of(next));
        i++;
      } else if ((next == '*' && c != '\\' && isLiteral(c)) && onlyWildAround(regex, i, result)) {
        // `x*` next to `.*` adds nothing: `a/*.*` is `a.*`
        i++;
      } else {
        result.add(isLiteral(c) && !isQuantifier(regex, i + 1) ? Token.of(c) : Token.HARD);
      }
    }
    return result;
  }

  /// Whether the starred literal at `i` stands directly before `.*`, or directly after one.
  private static boolean onlyWildAround(String regex, int i, List<Token> before) {
    boolean lazy = i + 2 < regex.length() && regex.charAt(i + 2) == '?';
    if (lazy) {
      return false;
    }
    boolean wildBefore = !before.isEmpty() && before.getLast().any();
    return wildBefore || regex.startsWith(".*", i + 2);
  }

  private static boolean isLiteral(char c) {
    return "\\.[]{}()*+?|^$".indexOf(c) < 0;
  }

  private static boolean isEscapable(char c) {
    return c != 0 && c < 128 && !Character.isLetterOrDigit(c);
  }

  private static boolean isQuantifier(String regex, int i) {
    return i < regex.length() && "*+?{".indexOf(regex.charAt(i)) >= 0;
  }

  private static String trimAnchors(String regex) {
    String start = regex.startsWith("^") ? regex.substring(1) : regex;
    return endsWithDollar(start) ? start.substring(0, start.length() - 1) : start;
  }

  private static boolean endsWithDollar(String regex) {
    return regex.endsWith("$") && !regex.endsWith("\\$");
  }
}
