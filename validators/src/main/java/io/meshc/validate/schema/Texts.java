package io.meshc.validate.schema;

import io.meshc.diag.Problem;
import io.meshc.model.match.Regex;
import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;
import java.util.List;

/// What a value must look like.
final class Texts {
  private Texts() {}

  /// The words that are shown of a long list.
  private static final int SHOWN = 12;

  /// A search, not a match of the whole text, as the server does it.
  record Matching(Regex pattern) implements Constraint {
    @Override
    public void check(Node value, Visit visit) {
      if (!(value instanceof Node.Scalar scalar)
          || Scalars.kind(scalar) != Scalars.Kind.STRING
          || pattern.matchesPart(scalar.text())) {
        return;
      }
      visit.report(
          Problem.Kind.PATTERN_MISMATCH,
          value.span(),
          Shown.of(value) + " in `" + visit.path() + "` does not match `" + pattern + "`",
          "");
    }
  }

  record Formatted(Format format) implements Constraint {
    @Override
    public void check(Node value, Visit visit) {
      if (value instanceof Node.Scalar scalar
          && Scalars.kind(scalar) == Scalars.Kind.STRING
          && !format.takes(scalar.text())) {
        visit.report(
            Problem.Kind.FORMAT_MISMATCH,
            value.span(),
            Shown.of(value) + " in `" + visit.path() + "` is no " + format.described(),
            "");
      }
    }
  }

  /// One of some values.
  record Listed(List<Node> values) implements Constraint {
    Listed {
      values = List.copyOf(values);
    }

    @Override
    public void check(Node value, Visit visit) {
      for (int i = 0; i < values.size(); i++) {
        if (Same.values(values.get(i), value)) {
          return;
        }
      }
      var words =
          values.stream()
              .filter(Node.Scalar.class::isInstance)
              .map(it -> ((Node.Scalar) it).text())
              .toList();
      String near =
          value instanceof Node.Scalar scalar && !scalar.text().isEmpty()
              ? Meant.value(scalar.text(), words)
              : "";
      visit.report(
          Problem.Kind.UNLISTED_VALUE,
          value.span(),
          Shown.of(value) + " in `" + visit.path() + "` is not one of " + said(words),
          near);
    }

    private static String said(List<String> words) {
      var text = new StringBuilder();
      for (int i = 0; i < Math.min(words.size(), SHOWN); i++) {
        text.append(i == 0 ? "`" : ", `").append(words.get(i)).append('`');
      }
      return words.size() > SHOWN
          ? text.append(" and ").append(words.size() - SHOWN).append(" more").toString()
          : text.toString();
    }
  }
}
