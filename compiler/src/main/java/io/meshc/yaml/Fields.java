package io.meshc.yaml;

import io.meshc.diag.Nearest;
import io.meshc.diag.Problem;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Reads the fields of one mapping and keeps count: a field that nobody asked for is a problem when the reader is
/// done. This is what makes parsing lossless or loud. Local to a Parse class, never in a signature beyond it.
///
/// Wrong types and missing fields are added to the given list of problems; the reader goes on with what is there.
public final class Fields {
  private final Node.Mapping mapping;
  private final String file;
  private final String path;
  private final List<Problem> problems;

  /// A list, although it is asked like a set: a mapping has few fields, and most have one reader.
  private final List<String> read = new ArrayList<>();

  private boolean restIsIgnored;

  private Fields(Node.Mapping mapping, String file, String path, List<Problem> problems) {
    this.mapping = mapping;
    this.file = file;
    this.path = path;
    this.problems = problems;
  }

  /// The top of a document.
  public static Fields of(Document document, List<Problem> problems) {
    return new Fields(document.root(), document.file().path(), "", problems);
  }

  /// Another mapping of the same file, by its path.
  public static Fields of(Node.Mapping mapping, Origin origin, List<Problem> problems) {
    return new Fields(mapping, origin.file(), origin.path(), problems);
  }

  /// Where this mapping stands.
  public Origin origin() {
    return new Origin(file, path, mapping.span());
  }

  /// Where the value of a field stands; its key if it has no value of its own; else the mapping.
  public Origin origin(String field) {
    return new Origin(
        file, pathOf(field), mapping.get(field).map(Node::span).orElse(mapping.span()));
  }

  /// Where the key of a field stands.
  public Origin keyOrigin(String field) {
    return new Origin(file, pathOf(field), mapping.keySpan(field).orElse(mapping.span()));
  }

  /// What the mapping holds, in the order of the text: for mappings whose keys are the user's own.
  public List<Node.Entry> entries() {
    return mapping.entries();
  }

  public boolean has(String field) {
    return node(field).isPresent();
  }

  /// The raw value; an explicit `null` counts as absent, as in Kubernetes.
  public Optional<Node> node(String field) {
    read.add(field);
    return mapping.get(field).filter(it -> !Scalars.isNull(it));
  }

  public Optional<At<String>> string(String field) {
    return node(field).flatMap(it -> stringOf(it, origin(field)));
  }

  public Optional<At<Integer>> integer(String field) {
    return node(field).flatMap(it -> integerOf(it, origin(field)));
  }

  /// A whole number of up to 64 bits, whatever the range that its field has.
  public Optional<At<Long>> whole(String field) {
    return node(field).flatMap(it -> wholeOf(it, origin(field)));
  }

  /// A number with or without a fraction, its digits as they are written.
  public Optional<At<BigDecimal>> decimal(String field) {
    return node(field)
        .flatMap(it -> {
          if (it instanceof Node.Scalar scalar) {
            Optional<BigDecimal> value = Scalars.decimal(scalar);
            if (value.isPresent()) {
              return value.map(is -> At.of(is, origin(field)));
            }
          }
          return wrong(it, origin(field), "a number");
        });
  }

  /// Whatever is there, as it is.
  public Optional<At<Node>> value(String field) {
    return node(field).map(it -> At.of(it, origin(field)));
  }

  public Optional<At<Boolean>> bool(String field) {
    return node(field)
        .flatMap(it -> {
          if (it instanceof Node.Scalar scalar) {
            Optional<Boolean> value = Scalars.bool(scalar);
            if (value.isPresent()) {
              return value.map(is -> At.of(is, origin(field)));
            }
          }
          return wrong(it, origin(field), "true or false");
        });
  }

  /// A field that must be there; a problem and empty if it is not.
  public <T> Optional<T> required(String field, Function<String, Optional<T>> reader) {
    if (!has(field)) {
      problems.add(
          new Problem(
              Problem.Kind.MISSING_FIELD,
              origin(),
              "field `" + pathOf(field) + "` is missing",
              ""));
      return Optional.empty();
    }
    return reader.apply(field);
  }

  /// A mapping below; read it and call [#done] on it.
  public Optional<Fields> object(String field) {
    return node(field).flatMap(it -> objectOf(it, origin(field)));
  }

  /// An empty mapping at the place where a field would stand: for readers that go on without it.
  public Fields nothing(String field) {
    Origin here = keyOrigin(field);
    return new Fields(new Node.Mapping(List.of(), here.span()), file, here.path(), problems);
  }

  /// A list of mappings; empty if absent.
  public List<Fields> objects(String field) {
    return items(field, this::objectOf);
  }

  public List<At<String>> strings(String field) {
    return items(field, this::stringOf);
  }

  public List<At<Integer>> integers(String field) {
    return items(field, this::integerOf);
  }

  public List<At<Long>> wholes(String field) {
    return items(field, this::wholeOf);
  }

  /// A mapping from text to whole numbers.
  public Map<String, At<Long>> wholeMap(String field) {
    return mapOf(field, this::wholeOf);
  }

  /// A mapping whose keys are the user's own and whose values are mappings; a value that is null is left out.
  public <T> Map<String, T> objectMap(String field, Function<Fields, T> reader) {
    return mapOf(
        field,
        (node, where) ->
            Scalars.isNull(node) ? Optional.empty() : objectOf(node, where).map(reader));
  }

  /// A mapping from text to text, such as labels. Numbers and booleans are wrong in it.
  public Map<String, At<String>> stringMap(String field) {
    return mapOf(field, this::stringOf);
  }

  private <T> Map<String, T> mapOf(String field, BiFunction<Node, Origin, Optional<T>> reader) {
    var result = new LinkedHashMap<String, T>();
    node(field)
        .ifPresent(it -> {
          if (it instanceof Node.Mapping map) {
            for (Node.Entry entry : map.entries()) {
              var where = new Origin(file, pathOf(field) + "." + entry.key(), entry.value().span());
              reader.apply(entry.value(), where).ifPresent(value -> result.put(entry.key(), value));
            }
          } else {
            wrong(it, origin(field), "a mapping");
          }
        });
    return result;
  }

  /// Marks fields as read although nothing is kept of them, because they cannot change what meshc says.
  public Fields ignore(String... fields) {
    read.addAll(List.of(fields));
    return this;
  }

  /// Marks every field as read: for objects that are not mesh configuration, of which meshc reads a few fields.
  public void ignoreRest() {
    restIsIgnored = true;
  }

  /// Reports every field that nobody asked for. Each mapping that was opened has to be closed by this.
  public void done() {
    if (restIsIgnored) {
      return;
    }
    for (Node.Entry entry : mapping.entries()) {
      if (!read.contains(entry.key())) {
        String near =
            Nearest.to(entry.key(), read).map(it -> "did you mean `" + it + "`?").orElse("");
        problems.add(
            new Problem(
                Problem.Kind.UNKNOWN_FIELD,
                new Origin(file, pathOf(entry.key()), entry.keySpan()),
                "field `" + pathOf(entry.key()) + "` is not known",
                near));
      }
    }
  }

  private <T> List<T> items(String field, BiFunction<Node, Origin, Optional<T>> reader) {
    var result = new ArrayList<T>();
    node(field)
        .ifPresent(it -> {
          if (!(it instanceof Node.Sequence list)) {
            wrong(it, origin(field), "a list");
            return;
          }
          for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            var where = new Origin(file, pathOf(field) + "[" + i + "]", item.span());
            reader.apply(item, where).ifPresent(result::add);
          }
        });
    return result;
  }

  private Optional<Fields> objectOf(Node node, Origin where) {
    if (node instanceof Node.Mapping below) {
      return Optional.of(new Fields(below, file, where.path(), problems));
    }
    return wrong(node, where, "a mapping");
  }

  private Optional<At<String>> stringOf(Node node, Origin where) {
    if (node instanceof Node.Scalar scalar && Scalars.kind(scalar) == Scalars.Kind.STRING) {
      return Optional.of(At.of(scalar.text(), where));
    }
    return wrong(node, where, "a string");
  }

  private Optional<At<Integer>> integerOf(Node node, Origin where) {
    if (node instanceof Node.Scalar scalar) {
      OptionalInt value = Scalars.integer(scalar);
      if (value.isPresent()) {
        return Optional.of(At.of(value.getAsInt(), where));
      }
    }
    return wrong(node, where, "a whole number");
  }

  private Optional<At<Long>> wholeOf(Node node, Origin where) {
    if (node instanceof Node.Scalar scalar) {
      OptionalLong value = Scalars.whole(scalar);
      if (value.isPresent()) {
        return Optional.of(At.of(value.getAsLong(), where));
      }
    }
    return wrong(node, where, "a whole number");
  }

  private <T> Optional<T> wrong(Node node, Origin where, String expected) {
    problems.add(
        new Problem(
            Problem.Kind.INVALID_VALUE,
            where,
            "field `" + where.path() + "` is " + node.describe() + ", not " + expected,
            ""));
    return Optional.empty();
  }

  private String pathOf(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  /// The span of this mapping.
  public Span span() {
    return mapping.span();
  }
}
