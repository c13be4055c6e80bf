package io.meshc.validate.schema;

import io.meshc.source.Span;
import io.meshc.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A schema → values that nearly fit it: most of each is right, and somewhere there is a mistake of any kind.
final class RandomValue {
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "a-b",
          "A_b",
          "10s",
          "https://a.b/c",
          "/path",
          "x".repeat(300),
          "*",
          "1.2.3.4",
          "🚀",
          "a.b",
          "a.b/c",
          "GET",
          "HTTP",
          "5m");
  private static final List<String> NUMBERS =
      List.of("0", "1", "-1", "80", "65535", "65536", "1.5", "1e2", "99999999999", "0.0001");

  private final Random dice;

  RandomValue(Random dice) {
    this.dice = dice;
  }

  Node of(Node.Mapping schema, int depth) {
    if (dice.nextInt(150) == 0) {
      return List.of(scalar("null"), text("wrong"), scalar("true"), scalar("7"), list(), map())
          .get(dice.nextInt(6));
    }
    List<Node> words = ReadSchema.items(schema, "enum");
    if (!words.isEmpty() && dice.nextInt(60) != 0) {
      return words.get(dice.nextInt(words.size()));
    }
    return switch (ReadSchema.text(schema, "type")) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer", "number" -> scalar(any(NUMBERS, it -> fits(schema, it)));
      case "boolean" -> scalar(dice.nextBoolean() ? "true" : "false");
      case "string" -> text(any(TEXTS, it -> matches(schema, it)));
      default -> dice.nextBoolean() ? scalar("80") : text("80%");
    };
  }

  /// Mostly one that fits, if one of these does.
  private String any(List<String> known, Predicate<String> fits) {
    var fitting = known.stream().filter(fits).toList();
    var from = fitting.isEmpty() || dice.nextInt(40) == 0 ? known : fitting;
    return from.get(dice.nextInt(from.size()));
  }

  private static boolean fits(Node.Mapping schema, String number) {
    double value = Double.parseDouble(number);
    boolean whole = value == Math.rint(value) || ReadSchema.text(schema, "type").equals("number");
    return whole
        && value >= limit(schema, "minimum", -1e9)
        && value <= limit(schema, "maximum", 1e9);
  }

  private static boolean matches(Node.Mapping schema, String text) {
    String pattern = ReadSchema.text(schema, "pattern");
    return text.length() >= limit(schema, "minLength", 0)
        && text.length() <= limit(schema, "maxLength", 1e9)
        && (pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find());
  }

  private static double limit(Node.Mapping schema, String key, double otherwise) {
    String text = ReadSchema.text(schema, key);
    return text.isEmpty() ? otherwise : Double.parseDouble(text);
  }

  private Node object(Node.Mapping schema, int depth) {
    var entries = new ArrayList<Node.Entry>();
    List<String> required = ReadSchema.texts(schema, "required");
    for (Node.Entry it : ReadSchema.mapping(schema, "properties")) {
      boolean wanted =
          required.contains(it.key()) ? dice.nextInt(60) != 0 : dice.nextInt(3 + 2 * depth) == 0;
      if (wanted) {
        entries.add(entry(it.key(), of((Node.Mapping) it.value(), depth + 1)));
      }
    }
    if (schema.get("additionalProperties").orElse(null) instanceof Node.Mapping below) {
      for (int i = dice.nextInt(3); i > 0; i--) {
        entries.add(entry("key" + i, of(below, depth + 1)));
      }
    }
    if (dice.nextInt(150) == 0) {
      entries.add(entry("made-up", text("x")));
    }
    return new Node.Mapping(entries, Span.FILE_START);
  }

  private Node array(Node.Mapping schema, int depth) {
    var items = new ArrayList<Node>();
    Node.Mapping below = ReadSchema.map(schema, "items");
    for (int i = dice.nextInt(dice.nextInt(80) == 0 ? 70 : 4); i > 0; i--) {
      items.add(of(below, depth + 1));
    }
    return new Node.Sequence(items, Span.FILE_START);
  }

  static Node.Entry entry(String key, Node value) {
    return new Node.Entry(key, Span.FILE_START, value);
  }

  private static Node list() {
    return new Node.Sequence(List.of(), Span.FILE_START);
  }

  private static Node map() {
    return new Node.Mapping(List.of(), Span.FILE_START);
  }

  static Node scalar(String text) {
    return new Node.Scalar(text, false, Span.FILE_START);
  }

  static Node text(String text) {
    return new Node.Scalar(text, true, Span.FILE_START);
  }
}
