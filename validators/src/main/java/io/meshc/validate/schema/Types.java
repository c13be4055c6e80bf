package io.meshc.validate.schema;

import io.meshc.yaml.Node;
import io.meshc.yaml.Numbers;
import io.meshc.yaml.Scalars;
import java.math.BigDecimal;

/// Which values are of a type, and what to do with those that are not.
final class Types {
  private Types() {}

  static boolean fits(Schema.Type type, Node value) {
    return switch (type) {
      case ANY -> true;
      case OBJECT -> value instanceof Node.Mapping;
      case ARRAY -> value instanceof Node.Sequence;
      case STRING, INTEGER, NUMBER, BOOLEAN, INT_OR_STRING ->
          value instanceof Node.Scalar scalar && fits(type, scalar);
    };
  }

  private static boolean fits(Schema.Type type, Node.Scalar value) {
    Scalars.Kind kind = Scalars.kind(value);
    return switch (type) {
      case ANY -> true;
      case OBJECT, ARRAY -> false;
      case STRING -> kind == Scalars.Kind.STRING;
      case BOOLEAN -> kind == Scalars.Kind.BOOLEAN;
      case INTEGER -> isWhole(kind, value);
      case NUMBER -> isNumber(kind) && Numbers.of(value).isPresent();
      case INT_OR_STRING -> kind == Scalars.Kind.STRING || isWhole(kind, value);
    };
  }

  private static boolean isNumber(Scalars.Kind kind) {
    return kind == Scalars.Kind.INTEGER || kind == Scalars.Kind.FLOAT;
  }

  /// JSON knows one type of number: `80.0` and `8e1` are whole ones.
  private static boolean isWhole(Scalars.Kind kind, Node.Scalar value) {
    return kind == Scalars.Kind.INTEGER
        || (kind == Scalars.Kind.FLOAT && Numbers.of(value).filter(it -> isWhole(it)).isPresent());
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  /// What to write instead; `""` where that is not plain.
  static String help(Schema.Type expected, Node value) {
    return switch (expected) {
      case STRING -> value instanceof Node.Scalar ? "in quotes it is a string" : "";
      case INTEGER, NUMBER, BOOLEAN, INT_OR_STRING -> unquoted(expected, value);
      case ARRAY -> value instanceof Node.Sequence ? "" : "each item of a list starts with `- `";
      case OBJECT -> value instanceof Node.Sequence ? "it takes one mapping, without `- `" : "";
      case ANY -> "";
    };
  }

  private static String unquoted(Schema.Type expected, Node value) {
    boolean helps =
        value instanceof Node.Scalar scalar
            && scalar.quoted()
            && fits(expected, new Node.Scalar(scalar.text(), false, scalar.span()));
    return helps ? "without quotes it is " + expected.described() : "";
  }
}
