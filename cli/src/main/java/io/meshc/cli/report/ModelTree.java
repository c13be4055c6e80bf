package io.meshc.cli.report;

import io.meshc.diag.CompilerBug;
import io.meshc.model.Mesh;
import io.meshc.model.Service;
import io.meshc.model.Workload;
import io.meshc.model.match.Regex;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.Span;
import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;
import io.meshc.yaml.emit.Emit;
import java.io.PrintStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The model → a tree that any reader of YAML or JSON takes. Goes by the records themselves, so that a new part of the model
/// shows without a line here: a record is a mapping of its components, a case of a closed type says in `is` which one, and
/// origins are `file:line:column`.
public final class ModelTree {
  private static final Span NOWHERE = Span.FILE_START;

  private ModelTree() {}

  public static void yaml(Mesh mesh, PrintStream out) {
    out.print(Emit.yaml(node(mesh)));
  }

  public static void json(Mesh mesh, PrintStream out) {
    try (Json json = Json.indented(out)) {
      write(node(mesh), json);
    }
  }

  static Node node(@Nullable Object value) {
    return switch (value) {
      case null -> throw new CompilerBug(Origin.none(), "null in the model");
      case Origin origin -> text(origin.place());
      case Regex regex -> text(regex.text());
      case At<?>(var inner, var origin) -> placed(node(inner), origin);
      case Optional<?> maybe -> maybe.map(ModelTree::node).orElse(word("null"));
      case OptionalInt maybe -> word(maybe.isPresent() ? String.valueOf(maybe.getAsInt()) : "null");
      case Enum<?> constant -> text(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      case Number number -> word(String.valueOf(number));
      case Boolean truth -> word(String.valueOf(truth));
      case Collection<?> items ->
          new Node.Sequence(items.stream().map(ModelTree::node).toList(), NOWHERE);
      case Map<?, ?> map -> map(map);
      case Service service -> service(service);
      case Record record -> mapping(components(record));
      default -> text(String.valueOf(value));
    };
  }

  /// The endpoints by name: they stand among the workloads in full.
  private static Node service(Service service) {
    Map<String, Node> entries = components(service);
    entries.put(
        "endpoints",
        new Node.Sequence(
            service.endpoints().stream().map(Workload::label).map(ModelTree::text).toList(),
            NOWHERE));
    return mapping(entries);
  }

  private static Node placed(Node value, Origin origin) {
    var entries = new LinkedHashMap<String, Node>();
    if (value instanceof Node.Mapping mapping) {
      mapping.entries().forEach(it -> entries.put(it.key(), it.value()));
    } else {
      entries.put("value", value);
    }
    entries.put("at", text(origin.place()));
    return mapping(entries);
  }

  private static Map<String, Node> components(Record record) {
    var entries = new LinkedHashMap<String, Node>();
    boolean oneOfSeveral =
        Arrays.stream(record.getClass().getInterfaces()).anyMatch(Class::isSealed);
    if (oneOfSeveral) {
      entries.put("is", text(record.getClass().getSimpleName()));
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      entries.put(component.getName(), node(value(record, component)));
    }
    return entries;
  }

  private static @Nullable Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the model is public", e);
    }
  }

  private static Node map(Map<?, ?> map) {
    var sorted = new TreeMap<String, Node>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), node(value)));
    return mapping(sorted);
  }

  private static Node mapping(Map<String, Node> entries) {
    List<Node.Entry> list = new ArrayList<>();
    entries.forEach((key, value) -> list.add(new Node.Entry(key, NOWHERE, value)));
    return new Node.Mapping(list, NOWHERE);
  }

  private static Node text(String text) {
    return new Node.Scalar(text, true, NOWHERE);
  }

  /// A number, a truth value or null.
  private static Node word(String text) {
    return new Node.Scalar(text, false, NOWHERE);
  }

  private static void write(Node node, Json json) {
    switch (node) {
      case Node.Scalar scalar when Scalars.kind(scalar) == Scalars.Kind.STRING ->
          json.text(scalar.text());
      case Node.Scalar scalar -> json.raw(scalar.text());
      case Node.Sequence(var items, _) -> {
        json.array();
        items.forEach(it -> write(it, json));
        json.endArray();
      }
      case Node.Mapping(var entries, _) -> {
        json.object();
        entries.forEach(it -> {
          json.name(it.key());
          write(it.value(), json);
        });
        json.endObject();
      }
    }
  }
}
