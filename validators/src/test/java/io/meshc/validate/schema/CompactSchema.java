package io.meshc.validate.schema;

import io.meshc.yaml.Node;
import io.meshc.yaml.Numbers;
import io.meshc.yaml.Scalars;
import java.util.ArrayList;
import java.util.List;

/// An `openAPIV3Schema` → the facts of it as JSON on a few lines: without descriptions, examples and CEL rules, without what every
/// object has, and in the order of keywords below, whatever the definition's own.
final class CompactSchema {
  private static final List<String> KEPT =
      List.of(
          "type",
          "format",
          "nullable",
          "x-kubernetes-int-or-string",
          "x-kubernetes-preserve-unknown-fields",
          "x-kubernetes-embedded-resource",
          "x-kubernetes-list-type",
          "x-kubernetes-list-map-keys",
          "enum",
          "pattern",
          "minimum",
          "exclusiveMinimum",
          "maximum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties",
          "default",
          "required",
          "allOf",
          "anyOf",
          "oneOf",
          "not",
          "additionalProperties",
          "items",
          "properties");

  /// Fields at the top that no server checks by the schema, or not of what a user writes.
  private static final List<String> OF_EVERY_OBJECT =
      List.of("apiVersion", "kind", "metadata", "status");

  private final StringBuilder text = new StringBuilder();

  private CompactSchema() {}

  static String of(Node schema) {
    var compact = new CompactSchema();
    compact.schema((Node.Mapping) schema, 0);
    return compact.text.toString();
  }

  /// @param depth how many mappings of properties this one stands in: fields of the first ones have lines of their own
  private void schema(Node.Mapping schema, int depth) {
    text.append('{');
    String separator = "";
    for (String keyword : KEPT) {
      Node value = schema.get(keyword).orElse(null);
      if (value != null && !isEmpty(value, keyword)) {
        text.append(separator).append('"').append(keyword).append("\": ");
        keyword(keyword, value, depth);
        separator = ", ";
      }
    }
    text.append('}');
  }

  private static boolean isEmpty(Node value, String keyword) {
    boolean atomic = value instanceof Node.Scalar it && it.text().equals("atomic");
    boolean none = value instanceof Node.Sequence list && list.items().isEmpty();
    return atomic || (none && !keyword.equals("default"));
  }

  private void keyword(String keyword, Node value, int depth) {
    switch (keyword) {
      case "items", "not", "additionalProperties" -> {
        if (value instanceof Node.Mapping schema) {
          schema(schema, depth);
        } else {
          value(value);
        }
      }
      case "allOf", "anyOf", "oneOf" -> schemas(((Node.Sequence) value).items(), depth);
      case "properties" -> properties((Node.Mapping) value, depth);
      default -> value(value);
    }
  }

  private void schemas(List<Node> schemas, int depth) {
    text.append('[');
    for (int i = 0; i < schemas.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      schema((Node.Mapping) schemas.get(i), depth);
    }
    text.append(']');
  }

  private void properties(Node.Mapping properties, int depth) {
    var entries = new ArrayList<>(properties.entries());
    entries.removeIf(it -> depth == 0 && OF_EVERY_OBJECT.contains(it.key()));
    text.append('{');
    String separator = depth < 2 ? "\n" : "";
    for (Node.Entry it : entries) {
      text.append(separator);
      text.append(quoted(it.key())).append(": ");
      schema((Node.Mapping) it.value(), depth + 1);
      separator = depth < 2 ? ",\n" : ", ";
    }
    text.append('}');
  }

  private void value(Node value) {
    switch (value) {
      case Node.Scalar scalar -> text.append(scalar(scalar));
      case Node.Sequence list -> {
        text.append('[');
        for (int i = 0; i < list.items().size(); i++) {
          text.append(i == 0 ? "" : ", ");
          value(list.items().get(i));
        }
        text.append(']');
      }
      case Node.Mapping map -> {
        text.append('{');
        for (int i = 0; i < map.entries().size(); i++) {
          text.append(i == 0 ? "" : ", ").append(quoted(map.entries().get(i).key())).append(": ");
          value(map.entries().get(i).value());
        }
        text.append('}');
      }
    }
  }

  private static String scalar(Node.Scalar scalar) {
    return switch (Scalars.kind(scalar)) {
      case STRING -> quoted(scalar.text());
      case BOOLEAN -> String.valueOf(Scalars.bool(scalar).orElseThrow());
      case NULL -> "null";
      case INTEGER, FLOAT -> Numbers.of(scalar).orElseThrow().toPlainString();
    };
  }

  private static String quoted(String text) {
    var json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      if (at == '"' || at == '\\') {
        json.append('\\').append(at);
      } else if (at < ' ' || at > '~') {
        json.append("\\u").append(java.util.HexFormat.of().toHexDigits(at));
      } else {
        json.append(at);
      }
    }
    return json.append('"').toString();
  }
}
