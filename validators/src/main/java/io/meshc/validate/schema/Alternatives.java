package io.meshc.validate.schema;

import io.meshc.diag.Problem;
import io.meshc.yaml.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Schemas that hold together, instead of each other, or not at all.
final class Alternatives {
  private Alternatives() {}

  record All(List<Schema> of) implements Constraint {
    All {
      of = List.copyOf(of);
    }

    @Override
    public void check(Node value, Visit visit) {
      for (int i = 0; i < of.size(); i++) {
        visit.value(of.get(i), value);
      }
    }
  }

  record Any(List<Schema> of) implements Constraint {
    Any {
      of = List.copyOf(of);
    }

    @Override
    public void check(Node value, Visit visit) {
      if (count(of, value, visit) == 0) {
        none(of, value, visit);
      }
    }
  }

  record One(List<Schema> of) implements Constraint {
    One {
      of = List.copyOf(of);
    }

    @Override
    public void check(Node value, Visit visit) {
      int holding = count(of, value, visit);
      if (holding == 0) {
        none(of, value, visit);
      } else if (holding > 1) {
        var both = mentioned(of);
        both.removeIf(it -> !has(value, it));
        visit.report(
            Problem.Kind.CONFLICTING_FIELDS,
            value.span(),
            both.size() > 1
                ? said(both) + " of " + where(visit) + " exclude each other"
                : where(visit) + " is " + holding + " of " + of.size() + " things at once",
            both.size() > 1 ? "keep one of them" : "");
      }
    }
  }

  record None(Schema of) implements Constraint {
    @Override
    public void check(Node value, Visit visit) {
      if (visit.holds(of, value)) {
        var forbidden = mentioned(List.of(of));
        forbidden.removeIf(it -> !has(value, it));
        visit.report(
            Problem.Kind.CONFLICTING_FIELDS,
            value.span(),
            forbidden.isEmpty()
                ? Shown.of(value) + " in " + where(visit) + " is excluded by the schema"
                : said(forbidden) + " of " + where(visit) + " must not be there like this",
            "");
      }
    }
  }

  private static int count(List<Schema> of, Node value, Visit visit) {
    int holding = 0;
    for (int i = 0; i < of.size(); i++) {
      holding += visit.holds(of.get(i), value) ? 1 : 0;
    }
    return holding;
  }

  /// Nothing holds: either no alternative was chosen, or several fields were chosen although each excludes the others.
  private static void none(List<Schema> of, Node value, Visit visit) {
    var fields = mentioned(of);
    var given = new LinkedHashSet<>(fields);
    given.removeIf(it -> !has(value, it));
    if (value instanceof Node.Mapping && given.size() > 1) {
      visit.report(
          Problem.Kind.CONFLICTING_FIELDS,
          value.span(),
          said(given) + " of " + where(visit) + " exclude each other",
          "keep one of them");
    } else if (value instanceof Node.Mapping && given.isEmpty() && !fields.isEmpty()) {
      visit.report(
          Problem.Kind.CONFLICTING_FIELDS,
          value.span(),
          where(visit) + " has none of " + said(fields) + ", of which one must be there",
          "");
    } else {
      visit.report(
          Problem.Kind.CONFLICTING_FIELDS,
          value.span(),
          Shown.of(value)
              + " in "
              + where(visit)
              + " is none of the "
              + of.size()
              + " things that it may be",
          "");
    }
  }

  /// The fields that the alternatives demand, in their order.
  private static Set<String> mentioned(List<Schema> of) {
    var fields = new LinkedHashSet<String>();
    of.forEach(it -> collect(it, fields));
    return fields;
  }

  private static void collect(Schema schema, Set<String> into) {
    for (Constraint it : schema.constraints()) {
      if (it instanceof Parts.Required required) {
        into.addAll(required.fields());
      } else if (it instanceof Any any) {
        any.of().forEach(below -> collect(below, into));
      } else if (it instanceof One one) {
        one.of().forEach(below -> collect(below, into));
      } else if (it instanceof None none) {
        collect(none.of(), into);
      }
    }
  }

  private static boolean has(Node value, String field) {
    return value instanceof Node.Mapping mapping && Visit.has(mapping, field);
  }

  private static String where(Visit visit) {
    String path = visit.path();
    return path.isEmpty() ? "the object" : "`" + path + "`";
  }

  private static String said(Set<String> fields) {
    return "`" + String.join("`, `", fields) + "`";
  }
}
