package io.meshc.validate.schema;

import io.meshc.diag.Problem;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.source.Span;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A walk through one document by a schema. Knows where it stands, as paths and origins are only made for what is wrong.
final class Visit {
  /// The fields that every object has, of which no schema speaks; what a controller reports of it is not checked.
  static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata", "status");

  /// So many unknown fields of one document are compared with those that are known.
  private static final int MAX_GUESSES = 200;

  private int guesses;

  private final Document document;
  private final ResourceId id;

  /// Names of fields and indexes of items, from the top of the document.
  private final List<Object> path = new ArrayList<>();

  private final List<Problem> problems = new ArrayList<>();

  /// Whether an alternative is tried: nobody hears what is wrong with it.
  private boolean quiet;

  private int found;

  private Visit(Document document, ResourceId id) {
    this.document = document;
    this.id = id;
  }

  /// All that is wrong with a document.
  static List<Problem> check(Document document, ResourceId id, Schema schema) {
    var visit = new Visit(document, id);
    Node.Mapping root = document.root();
    visit.constraints(schema, root);
    for (Node.Entry entry : root.entries()) {
      if (!OF_EVERY_OBJECT.contains(entry.key())) {
        visit.entry(entry, schema, root);
      }
    }
    return visit.problems;
  }

  /// The value of the schema at this place, without a word about what is wrong.
  boolean holds(Schema schema, Node value) {
    boolean before = quiet;
    int already = found;
    quiet = true;
    value(schema, value);
    boolean holds = found == already;
    quiet = before;
    found = already;
    return holds;
  }

  /// The same, aloud.
  void value(Schema schema, Node value) {
    if (Scalars.isNull(value)) {
      nothing(schema, value);
      return;
    }
    if (!Types.fits(schema.type(), value)) {
      String wrong =
          "field `" + path() + "` is " + value.describe() + ", not " + schema.type().described();
      report(Problem.Kind.INVALID_VALUE, value.span(), wrong, Types.help(schema.type(), value));
      return;
    }
    constraints(schema, value);
    below(schema, value);
  }

  /// Of an item of a list, as a field without a value is one that is not there.
  private void nothing(Schema schema, Node value) {
    boolean filledIn = schema.otherwise().isPresent();
    if (!schema.nullable() && !filledIn && schema.type() != Schema.Type.ANY) {
      report(
          Problem.Kind.NULL_VALUE,
          value.span(),
          "item `" + path() + "` is null, not " + schema.type().described(),
          "take the item out, or give it a value");
    }
  }

  private void constraints(Schema schema, Node value) {
    List<Constraint> constraints = schema.constraints();
    for (int i = 0; i < constraints.size(); i++) {
      constraints.get(i).check(value, this);
    }
  }

  private void below(Schema schema, Node value) {
    if (value instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        entry(entry, schema, mapping);
      }
    } else if (value instanceof Node.Sequence list && schema.items().isPresent()) {
      Schema items = schema.items().get();
      for (int i = 0; i < list.items().size(); i++) {
        path.add(i);
        value(items, list.items().get(i));
        path.removeLast();
      }
    }
  }

  /// Whether a mapping has a field, to a server that has taken out those without a value.
  static boolean has(Node.Mapping mapping, String field) {
    Node value = mapping.get(field).orElse(null);
    return value != null && !Scalars.isNull(value);
  }

  private void entry(Node.Entry entry, Schema schema, Node.Mapping of) {
    Schema property = schema.properties().get(entry.key());
    if (property == null) {
      property = schema.additional().orElse(null);
    }
    if (property == null) {
      if (!schema.open() && schema.type() == Schema.Type.OBJECT) {
        unknown(entry, schema, of);
      }
      return;
    }
    // The server takes such a field out, or gives it its default, before it looks.
    if (!property.nullable() && Scalars.isNull(entry.value())) {
      return;
    }
    path.add(entry.key());
    value(property, entry.value());
    path.removeLast();
  }

  private void unknown(Node.Entry entry, Schema schema, Node.Mapping of) {
    path.add(entry.key());
    report(
        Problem.Kind.UNKNOWN_FIELD,
        entry.keySpan(),
        "field `" + path() + "` is not known",
        quiet || guesses++ >= MAX_GUESSES ? "" : Meant.field(entry.key(), schema, of));
    path.removeLast();
  }

  /// A problem of the value at which the walk stands.
  void report(Problem.Kind kind, Span span, String message, String help) {
    found++;
    if (!quiet) {
      var origin = new Origin(document.file().path(), path(), span);
      problems.add(new Problem(kind, origin, message, help).in(id));
    }
  }

  /// The same for a part of the value: a field or an item.
  void reportBelow(Object step, Problem.Kind kind, Span span, String message, String help) {
    path.add(step);
    report(kind, span, message, help);
    path.removeLast();
  }

  /// `spec.http[0].match`
  String path() {
    return path(null);
  }

  /// The same for a part of the value.
  String path(@Nullable Object step) {
    if (quiet) {
      return "";
    }
    var text = new StringBuilder();
    path.forEach(it -> append(it, text));
    if (step != null) {
      append(step, text);
    }
    return text.toString();
  }

  private static void append(Object step, StringBuilder to) {
    if (step instanceof Integer index) {
      to.append('[').append(index.intValue()).append(']');
    } else {
      to.append(to.isEmpty() ? "" : ".").append(step);
    }
  }
}
