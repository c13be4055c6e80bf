package io.meshc.validate.schema;

import io.meshc.diag.Problem;
import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must be true of the parts of a value together: fields that must be there, items that must differ.
final class Parts {
  private Parts() {}

  /// @param fields that have no default: the server fills in the others before it looks
  /// @param nullable those of them for which `null` is a value
  record Required(List<String> fields, Set<String> nullable) implements Constraint {
    Required {
      fields = List.copyOf(fields);
      nullable = Set.copyOf(nullable);
    }

    @Override
    public void check(Node value, Visit visit) {
      if (!(value instanceof Node.Mapping mapping)) {
        return;
      }
      for (int i = 0; i < fields.size(); i++) {
        if (!has(mapping, fields.get(i))) {
          visit.report(
              Problem.Kind.MISSING_FIELD,
              value.span(),
              "field `" + visit.path(fields.get(i)) + "` is missing",
              "");
        }
      }
    }

    private boolean has(Node.Mapping mapping, String field) {
      return nullable.contains(field) ? mapping.get(field).isPresent() : Visit.has(mapping, field);
    }
  }

  /// A list whose items are told apart by some of their fields.
  ///
  /// @param otherwise the values of keys that have a default, by name
  record KeyedBy(List<String> keys, Map<String, Node> otherwise) implements Constraint {
    KeyedBy {
      keys = List.copyOf(keys);
      otherwise = Map.copyOf(otherwise);
    }

    @Override
    public void check(Node value, Visit visit) {
      if (value instanceof Node.Sequence list && list.items().size() > 1) {
        distinct(list, this::keyOf, " has the same `" + String.join("`, `", keys) + "` as ", visit);
      }
    }

    private @Nullable Object keyOf(Node item) {
      if (!(item instanceof Node.Mapping mapping)) {
        return null;
      }
      var values = new ArrayList<Object>();
      for (String key : keys) {
        Optional<Node> value = mapping.get(key).or(() -> Optional.ofNullable(otherwise.get(key)));
        values.add(value.filter(it -> !Scalars.isNull(it)).map(Same::key));
      }
      return values;
    }
  }

  /// A list that is a set.
  record Distinct() implements Constraint {
    @Override
    public void check(Node value, Visit visit) {
      if (value instanceof Node.Sequence list && list.items().size() > 1) {
        distinct(list, Same::key, " is the same as ", visit);
      }
    }
  }

  private interface KeyOf {
    @Nullable Object of(Node item);
  }

  private static void distinct(Node.Sequence list, KeyOf key, String relation, Visit visit) {
    var seen = new HashMap<Object, Integer>();
    for (int i = 0; i < list.items().size(); i++) {
      Object of = key.of(list.items().get(i));
      Integer first = of == null ? null : seen.putIfAbsent(of, i);
      if (first != null) {
        visit.reportBelow(
            i,
            Problem.Kind.REPEATED_ITEM,
            list.items().get(i).span(),
            "item `" + visit.path(i) + "`" + relation + "`" + visit.path(first) + "`",
            "");
      }
    }
  }
}
