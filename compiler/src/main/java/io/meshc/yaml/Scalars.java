package io.meshc.yaml;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/// What a scalar is to Kubernetes, which reads YAML 1.1: `on` and `yes` are booleans, `0777` is octal.
public final class Scalars {
  private Scalars() {}

  /// The type that an unquoted scalar has.
  public enum Kind {
    STRING("a string"),
    INTEGER("a number"),
    FLOAT("a number"),
    BOOLEAN("a boolean"),
    NULL("null");

    private final String described;

    Kind(String described) {
      this.described = described;
    }

    public String described() {
      return described;
    }
  }

  private static final Set<String> TRUE = Set.of("true", "yes", "on", "y");
  private static final Set<String> FALSE = Set.of("false", "no", "off", "n");
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Pattern INTEGER =
      Pattern.compile("[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|0|[1-9][0-9_]*)");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  /// Whether a value says nothing: an empty one, `~` or `null`, without quotes.
  public static boolean isNull(Node node) {
    return node instanceof Node.Scalar scalar && !scalar.quoted() && NULLS.contains(scalar.text());
  }

  public static Kind kind(Node.Scalar scalar) {
    if (scalar.quoted()) {
      return Kind.STRING;
    }
    return kindOf(scalar.text());
  }

  /// The type of a text that stands without quotes.
  public static Kind kindOf(String text) {
    if (NULLS.contains(text)) {
      return Kind.NULL;
    }
    if (boolOf(text).isPresent()) {
      return Kind.BOOLEAN;
    }
    char first = text.charAt(0);
    boolean maybeNumber =
        first == '-' || first == '+' || first == '.' || (first >= '0' && first <= '9');
    if (!maybeNumber) {
      return Kind.STRING;
    }
    if (INTEGER.matcher(text).matches()) {
      return Kind.INTEGER;
    }
    return FLOAT.matcher(text).matches() ? Kind.FLOAT : Kind.STRING;
  }

  public static Optional<Boolean> bool(Node.Scalar scalar) {
    return scalar.quoted() ? Optional.empty() : boolOf(scalar.text());
  }

  /// The number, if it is one and fits 32 bits.
  public static OptionalInt integer(Node.Scalar scalar) {
    OptionalLong value = whole(scalar);
    boolean fits = value.isPresent() && value.getAsLong() == (int) value.getAsLong();
    return fits ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
  }

  /// The number, if it is one and fits 64 bits.
  static OptionalLong whole(Node.Scalar scalar) {
    if (scalar.quoted() || kindOf(scalar.text()) != Kind.INTEGER) {
      return OptionalLong.empty();
    }
    String text = scalar.text().replace("_", "");
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    try {
      long value = parse(digits.toLowerCase(Locale.ROOT));
      return OptionalLong.of(negative ? -value : value);
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  /// The number with its fraction, if it is one and no infinity.
  static Optional<BigDecimal> decimal(Node.Scalar scalar) {
    if (scalar.quoted() || kindOf(scalar.text()) != Kind.FLOAT) {
      OptionalLong value = whole(scalar);
      return value.isPresent()
          ? Optional.of(BigDecimal.valueOf(value.getAsLong()))
          : Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(scalar.text()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static long parse(String digits) {
    if (digits.startsWith("0x")) {
      return Long.parseLong(digits.substring(2), 16);
    }
    if (digits.startsWith("0b")) {
      return Long.parseLong(digits.substring(2), 2);
    }
    if (digits.startsWith("0o")) {
      return Long.parseLong(digits.substring(2), 8);
    }
    return digits.length() > 1 && digits.startsWith("0")
        ? Long.parseLong(digits, 8)
        : Long.parseLong(digits);
  }

  /// YAML 1.1 takes three spellings of each word: `yes`, `Yes` and `YES`, never `yEs`.
  private static Optional<Boolean> boolOf(String text) {
    if (text.isEmpty()
        || text.length() > "false".length()
        || "yYnNtTfFoO".indexOf(text.charAt(0)) < 0) {
      return Optional.empty();
    }
    String lower = text.toLowerCase(Locale.ROOT);
    boolean spelled =
        text.equals(lower)
            || text.equals(text.toUpperCase(Locale.ROOT))
            || text.equals(Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    if (!spelled) {
      return Optional.empty();
    }
    if (TRUE.contains(lower)) {
      return Optional.of(true);
    }
    return FALSE.contains(lower) ? Optional.of(false) : Optional.empty();
  }
}
