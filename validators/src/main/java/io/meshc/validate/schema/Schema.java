package io.meshc.validate.schema;

import io.meshc.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a value may be: one node of a structural schema.
///
/// @param nullable whether `null` is a value like any other
/// @param properties of a mapping, by name
/// @param additional what every other entry of a mapping may be; empty: there are no other entries
/// @param open entries that no property names are kept as they are (`x-kubernetes-preserve-unknown-fields`)
/// @param items of a list
/// @param constraints all that is demanded beyond type and structure
/// @param rules CEL expressions that must hold for the value
/// @param ruled whether there are rules here or below
/// @param otherwise the value of a field that is left out
public record Schema(
    Type type,
    boolean nullable,
    Map<String, Schema> properties,
    Optional<Schema> additional,
    boolean open,
    Optional<Schema> items,
    List<Constraint> constraints,
    List<CelRule> rules,
    boolean ruled,
    Optional<Node> otherwise) {
  public Schema {
    properties = Map.copyOf(properties);
    constraints = List.copyOf(constraints);
    rules = List.copyOf(rules);
  }

  /// A value of any shape.
  public static final Schema ANYTHING =
      new Schema(
          Type.ANY,
          true,
          Map.of(),
          Optional.empty(),
          true,
          Optional.empty(),
          List.of(),
          List.of(),
          false,
          Optional.empty());

  /// The types of structural schemas, as people call them.
  public enum Type {
    OBJECT("a mapping"),
    ARRAY("a list"),
    STRING("a string"),
    INTEGER("a whole number"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    INT_OR_STRING("a whole number or a string"),
    ANY("any value");

    private final String described;

    Type(String described) {
      this.described = described;
    }

    public String described() {
      return described;
    }
  }

  /// A condition in the words of CEL, with `self` as the value.
  ///
  /// @param message what its author says of values that break it; `""` if nothing
  /// @param messageExpression the same as an expression; `""` if there is none
  public record CelRule(String expression, String message, String messageExpression) {}
}
