package io.meshc.validate.schema;

import io.meshc.yaml.Node;
import io.meshc.yaml.Numbers;
import io.meshc.yaml.Scalars;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Nodes → the JSON that the server sees, and our schemas → JSON Schema as others understand it.
final class AsJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AsJson() {}

  /// Without fields that are null: no bundled schema has nullable ones that are checked further.
  static JsonNode value(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar(scalar);
      case Node.Sequence list -> {
        var array = JSON.arrayNode();
        list.items().forEach(it -> array.add(value(it)));
        yield array;
      }
      case Node.Mapping mapping -> {
        var object = JSON.objectNode();
        for (Node.Entry it : mapping.entries()) {
          if (!Scalars.isNull(it.value())) {
            object.set(it.key(), value(it.value()));
          }
        }
        yield object;
      }
    };
  }

  private static JsonNode scalar(Node.Scalar scalar) {
    return switch (Scalars.kind(scalar)) {
      case STRING -> JSON.stringNode(scalar.text());
      case NULL -> JSON.nullNode();
      case BOOLEAN -> JSON.booleanNode(Scalars.bool(scalar).orElseThrow());
      case INTEGER, FLOAT -> number(Numbers.of(scalar).orElseThrow());
    };
  }

  private static JsonNode number(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0
        ? JSON.numberNode(number.toBigInteger())
        : JSON.numberNode(number);
  }

  /// Closed mappings have no other fields; what has a default need not be there; formats but those of addresses are left to the server's own list.
  static JsonNode schema(Node.Mapping schema) {
    ObjectNode json = (ObjectNode) value(schema);
    close(json);
    return json;
  }

  private static void close(JsonNode at) {
    at.forEach(AsJson::close);
    if (!(at instanceof ObjectNode schema)) {
      return;
    }
    if (!schema.path("format").asString("").startsWith("ipv")) {
      schema.remove("format");
    }
    boolean isSchema = schema.path("type").isString();
    boolean open =
        schema.has("additionalProperties") || schema.has("x-kubernetes-preserve-unknown-fields");
    if (isSchema && schema.path("type").asString().equals("object") && !open) {
      schema.put("additionalProperties", false);
    }
    if (isSchema) {
      nullable(schema);
    }
    if (schema.path("required").isArray() && schema.path("properties").isObject()) {
      var required = JSON.arrayNode();
      schema
          .path("required")
          .forEach(it -> {
            if (!schema.path("properties").path(it.asString()).has("default")) {
              required.add(it);
            }
          });
      schema.set("required", required);
    }
    bounds(schema, "exclusiveMinimum", "minimum");
    bounds(schema, "exclusiveMaximum", "maximum");
  }

  private static void nullable(ObjectNode schema) {
    if (schema.path("nullable").asBoolean(false)) {
      schema.set("type", JSON.arrayNode().add(schema.path("type")).add("null"));
    }
  }

  /// Newer drafts have a number where OpenAPI has a flag beside one.
  private static void bounds(ObjectNode schema, String flag, String limit) {
    if (schema.path(flag).isBoolean()) {
      JsonNode number = schema.remove(limit);
      schema.set(flag, number);
    }
  }
}
