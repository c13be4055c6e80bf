package io.meshc.yaml.emit;

import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;
import java.util.regex.Pattern;

/// Text → the scalar that reads as that text.
///
/// Plain only where YAML 1.1, YAML 1.2 and JSON's readers all take it for the same string; in doubt it is quoted. Text
/// of several lines is a literal block where a block can hold it.
public final class Quote {
  private Quote() {}

  /// What YAML 1.1 takes for something else although [Scalars] does not: dates, base 60, merge and default keys.
  private static final Pattern SPECIAL_IN_1_1 =
      Pattern.compile(
          "[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|=|<<");

  private static final Pattern PLAIN_START =
      Pattern.compile("[\\p{L}\\p{N}/._$+(^;<=~\\\\-].*", Pattern.DOTALL);

  /// A scalar of a block collection whose parent stands at an indentation.
  public static String block(Node.Scalar scalar, int indent) {
    String text = scalar.text();
    if (isTyped(scalar)) {
      return text;
    }
    if (isLiteral(text)) {
      return literal(text, indent + 2);
    }
    return isPlain(text) ? text : doubled(text);
  }

  /// A scalar of a flow collection.
  public static String flow(Node.Scalar scalar) {
    String text = scalar.text();
    if (isTyped(scalar)) {
      return text.isEmpty() ? "null" : text;
    }
    return isPlain(text) && !containsAny(text, ",[]{}") ? text : doubled(text);
  }

  public static String key(String key) {
    return isPlain(key) && !containsAny(key, ",[]{}") ? key : doubled(key);
  }

  /// A number, a boolean or null goes as it is.
  private static boolean isTyped(Node.Scalar scalar) {
    return Scalars.kind(scalar) != Scalars.Kind.STRING;
  }

  public static boolean isPlain(String text) {
    if (text.isEmpty()
        || Scalars.kindOf(text) != Scalars.Kind.STRING
        || Scalars.kindOf(text.replace("_", "0")) != Scalars.Kind.STRING
        || SPECIAL_IN_1_1.matcher(text).matches()
        || !PLAIN_START.matcher(text).matches()) {
      return false;
    }
    return !text.startsWith("- ")
        && !text.equals("-")
        && !text.startsWith("---")
        && !text.startsWith("...")
        && !text.contains(": ")
        && !text.endsWith(":")
        && !text.contains(" #")
        && !text.endsWith(" ")
        && text.chars().allMatch(Quote::isPlainCharacter);
  }

  private static boolean isPlainCharacter(int c) {
    return c < 0x80 ? c >= ' ' && c <= '~' : Character.isLetterOrDigit(c);
  }

  private static boolean isLiteral(String text) {
    int breakAt = text.indexOf('\n');
    return breakAt > 0
        && breakAt < text.length() - 1
        && !Character.isWhitespace(text.charAt(0))
        && text.lines().noneMatch(it -> it.endsWith(" ") || it.endsWith("\t"))
        && text.chars().allMatch(c -> c == '\n' || c == '\t' || isPlainCharacter(c));
  }

  private static String literal(String text, int indent) {
    String chomp = !text.endsWith("\n") ? "-" : text.endsWith("\n\n") ? "+" : "";
    var block = new StringBuilder("|" + chomp);
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (String line : body.split("\n", -1)) {
      block.append('\n');
      if (!line.isEmpty()) {
        block.repeat(' ', indent).append(line);
      }
    }
    return block.toString();
  }

  public static String doubled(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> escape(c, quoted));
    return quoted.append('"').toString();
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        boolean shown =
            (c >= ' ' && c <= '~') || (c > 0xA0 && Character.isDefined(c) && isVisible(c));
        if (shown) {
          out.appendCodePoint(c);
        } else if (c > 0xFFFF) {
          out.append("\\U%08X".formatted(c));
        } else {
          out.append("\\u%04X".formatted(c));
        }
      }
    }
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> c < 0xFFFE || c > 0xFFFF;
    };
  }

  private static boolean containsAny(String text, String characters) {
    return text.chars().anyMatch(it -> characters.indexOf(it) >= 0);
  }
}
