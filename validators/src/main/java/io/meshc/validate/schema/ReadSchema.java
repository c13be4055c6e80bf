package io.meshc.validate.schema;

import io.meshc.model.match.Regex;
import io.meshc.source.Span;
import io.meshc.validate.schema.Schema.CelRule;
import io.meshc.validate.schema.Schema.Type;
import io.meshc.yaml.Node;
import io.meshc.yaml.Numbers;
import io.meshc.yaml.Scalars;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An `openAPIV3Schema`, or what the importer keeps of one → [Schema]. What it cannot take is said, and demands nothing.
final class ReadSchema {

  private final List<Fault> faults;

  private ReadSchema(List<Fault> faults) {
    this.faults = faults;
  }

  /// A part of a schema that cannot be read.
  record Fault(Span span, String message) {}

  static Schema read(Node node, List<Fault> faults) {
    return new ReadSchema(faults).schema(node);
  }

  private Schema schema(Node node) {
    if (!(node instanceof Node.Mapping map)) {
      faults.add(new Fault(node.span(), "a schema is " + node.describe() + ", not a mapping"));
      return Schema.ANYTHING;
    }
    Type type = type(map);
    Map<String, Schema> properties = properties(map);
    Optional<Schema> additional = additional(map);
    Optional<Schema> items = map.get("items").map(this::schema);
    List<CelRule> rules = rules(map);
    boolean open = flag(map, "x-kubernetes-preserve-unknown-fields") || isOpen(map);
    return new Schema(
        type,
        flag(map, "nullable"),
        properties,
        additional,
        open,
        items,
        constraints(map, type, properties),
        rules,
        !rules.isEmpty()
            || additional.filter(Schema::ruled).isPresent()
            || items.filter(Schema::ruled).isPresent()
            || properties.values().stream().anyMatch(Schema::ruled),
        map.get("default"));
  }

  private Type type(Node.Mapping map) {
    if (flag(map, "x-kubernetes-int-or-string")) {
      return Type.INT_OR_STRING;
    }
    String stated = text(map, "type");
    return switch (stated) {
      case "object" -> Type.OBJECT;
      case "array" -> Type.ARRAY;
      case "string" -> Type.STRING;
      case "integer" -> Type.INTEGER;
      case "number" -> Type.NUMBER;
      case "boolean" -> Type.BOOLEAN;
      case "" -> Type.ANY;
      default -> {
        faults.add(new Fault(map.span(), "type `" + stated + "` is not known"));
        yield Type.ANY;
      }
    };
  }

  private Map<String, Schema> properties(Node.Mapping map) {
    var properties = new HashMap<String, Schema>();
    mapping(map, "properties").forEach(it -> properties.put(it.key(), schema(it.value())));
    return properties;
  }

  /// `additionalProperties: true` says that there may be others of any shape.
  private Optional<Schema> additional(Node.Mapping map) {
    return map.get("additionalProperties")
        .filter(it -> it instanceof Node.Mapping)
        .map(this::schema);
  }

  private static boolean isOpen(Node.Mapping map) {
    return flag(map, "additionalProperties") || flag(map, "x-kubernetes-embedded-resource");
  }

  private List<Constraint> constraints(
      Node.Mapping map, Type type, Map<String, Schema> properties) {
    var all = new ArrayList<Constraint>();
    required(map, properties).ifPresent(all::add);
    range(map, type).ifPresent(all::add);
    number(map, "multipleOf")
        .filter(it -> it.signum() > 0)
        .ifPresent(it -> all.add(new Bounds.Multiple(it)));
    if (has(map, "minLength", "maxLength")) {
      all.add(new Bounds.Length(least(map, "minLength"), most(map, "maxLength")));
    }
    if (has(map, "minItems", "maxItems")) {
      all.add(new Bounds.Items(least(map, "minItems"), most(map, "maxItems")));
    }
    if (has(map, "minProperties", "maxProperties")) {
      all.add(new Bounds.Fields(least(map, "minProperties"), most(map, "maxProperties")));
    }
    map.get("enum")
        .filter(Node.Sequence.class::isInstance)
        .ifPresent(it -> all.add(new Texts.Listed(((Node.Sequence) it).items())));
    Format.named(text(map, "format")).ifPresent(it -> all.add(new Texts.Formatted(it)));
    pattern(map).ifPresent(all::add);
    listType(map).ifPresent(all::add);
    alternatives(map, type, all);
    return all;
  }

  private Optional<Constraint> required(Node.Mapping map, Map<String, Schema> properties) {
    var fields = new ArrayList<>(texts(map, "required"));
    fields.removeIf(
        it -> Optional.ofNullable(properties.get(it)).flatMap(Schema::otherwise).isPresent());
    var nullable = new HashSet<>(fields);
    nullable.removeIf(it -> !properties.containsKey(it) || !properties.get(it).nullable());
    return fields.isEmpty() ? Optional.empty() : Optional.of(new Parts.Required(fields, nullable));
  }

  /// Bounds that are stated, and those of the format, which whoever reads the object has.
  private Optional<Constraint> range(Node.Mapping map, Type type) {
    Optional<BigDecimal> least = number(map, "minimum");
    Optional<BigDecimal> most = number(map, "maximum");
    boolean whole = type == Type.INTEGER || type == Type.INT_OR_STRING;
    if (whole) {
      boolean narrow = text(map, "format").equals("int32") || type == Type.INT_OR_STRING;
      long lowest = narrow ? Integer.MIN_VALUE : Long.MIN_VALUE;
      long highest = narrow ? Integer.MAX_VALUE : Long.MAX_VALUE;
      least = least.or(() -> Optional.of(BigDecimal.valueOf(lowest)));
      most = most.or(() -> Optional.of(BigDecimal.valueOf(highest)));
    }
    return least.isEmpty() && most.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Bounds.Range(
                least, !flag(map, "exclusiveMinimum"), most, !flag(map, "exclusiveMaximum")));
  }

  private Optional<Constraint> pattern(Node.Mapping map) {
    String pattern = text(map, "pattern");
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    Optional<Regex> regex = Regex.of(pattern);
    if (regex.isEmpty()) {
      String why = Regex.fault(pattern);
      faults.add(new Fault(map.span(), "pattern `" + Shown.text(pattern) + "` is refused: " + why));
    }
    return regex.map(Texts.Matching::new);
  }

  private Optional<Constraint> listType(Node.Mapping map) {
    return switch (text(map, "x-kubernetes-list-type")) {
      case "set" -> Optional.of(new Parts.Distinct());
      case "map" -> {
        List<String> keys = texts(map, "x-kubernetes-list-map-keys");
        yield keys.isEmpty() ? Optional.empty() : Optional.of(keyed(map, keys));
      }
      default -> Optional.empty();
    };
  }

  private static Constraint keyed(Node.Mapping map, List<String> keys) {
    var otherwise = new HashMap<String, Node>();
    map.get("items")
        .filter(Node.Mapping.class::isInstance)
        .ifPresent(items -> {
          for (Node.Entry it : mapping((Node.Mapping) items, "properties")) {
            if (keys.contains(it.key()) && it.value() instanceof Node.Mapping key) {
              key.get("default").ifPresent(value -> otherwise.put(it.key(), value));
            }
          }
        });
    return new Parts.KeyedBy(keys, otherwise);
  }

  /// Of a value that is a number or a text, its two types are not alternatives of each other once more.
  private void alternatives(Node.Mapping map, Type type, List<Constraint> all) {
    List<Schema> every = schemas(map, "allOf");
    if (!every.isEmpty()) {
      all.add(new Alternatives.All(every));
    }
    List<Schema> any = type == Type.INT_OR_STRING ? List.of() : schemas(map, "anyOf");
    if (!any.isEmpty()) {
      all.add(new Alternatives.Any(any));
    }
    List<Schema> one = schemas(map, "oneOf");
    if (!one.isEmpty()) {
      all.add(new Alternatives.One(one));
    }
    map.get("not").ifPresent(it -> all.add(new Alternatives.None(schema(it))));
  }

  private List<Schema> schemas(Node.Mapping map, String key) {
    return items(map, key).stream().map(this::schema).toList();
  }

  private static List<CelRule> rules(Node.Mapping map) {
    var rules = new ArrayList<CelRule>();
    for (Node it : items(map, "x-kubernetes-validations")) {
      if (it instanceof Node.Mapping rule) {
        rules.add(
            new CelRule(
                text(rule, "rule"), text(rule, "message"), text(rule, "messageExpression")));
      }
    }
    return rules;
  }

  private static int least(Node.Mapping map, String key) {
    return number(map, key).map(BigDecimal::intValue).orElse(0);
  }

  private static int most(Node.Mapping map, String key) {
    BigDecimal largest = BigDecimal.valueOf(Integer.MAX_VALUE);
    return number(map, key).orElse(largest).min(largest).intValue();
  }

  private static boolean has(Node.Mapping map, String one, String other) {
    return map.get(one).isPresent() || map.get(other).isPresent();
  }

  private static boolean flag(Node.Mapping map, String key) {
    return map.get(key)
        .filter(Node.Scalar.class::isInstance)
        .flatMap(it -> Scalars.bool((Node.Scalar) it))
        .orElse(false);
  }

  static String text(Node.Mapping map, String key) {
    return map.get(key)
        .filter(Node.Scalar.class::isInstance)
        .map(it -> ((Node.Scalar) it).text())
        .orElse("");
  }

  private static Optional<BigDecimal> number(Node.Mapping map, String key) {
    return map.get(key)
        .filter(Node.Scalar.class::isInstance)
        .flatMap(it -> Numbers.of((Node.Scalar) it));
  }

  /// Empty where there is none: the mapping itself then stands for its place.
  static Node.Mapping map(Node.Mapping of, String key) {
    return of.get(key).orElse(null) instanceof Node.Mapping below
        ? below
        : new Node.Mapping(List.of(), of.span());
  }

  static List<Node.Entry> mapping(Node.Mapping map, String key) {
    return map.get(key)
        .filter(Node.Mapping.class::isInstance)
        .map(it -> ((Node.Mapping) it).entries())
        .orElse(List.of());
  }

  static List<Node> items(Node.Mapping map, String key) {
    return map.get(key)
        .filter(Node.Sequence.class::isInstance)
        .map(it -> ((Node.Sequence) it).items())
        .orElse(List.of());
  }

  static List<String> texts(Node.Mapping map, String key) {
    return items(map, key).stream()
        .filter(Node.Scalar.class::isInstance)
        .map(it -> ((Node.Scalar) it).text())
        .toList();
  }
}
