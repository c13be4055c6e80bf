package io.meshc.yaml;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;

/// Documents and problems in a form that tables can hold. Places are left out of nodes.
public final class Told {
  private Told() {}

  public static Outcome<List<Document>> parse(String text) {
    return ParseYaml.parse(new SourceFile("f", text));
  }

  public static String documents(String text) {
    return parse(text).value().stream()
        .map(it -> node(it.root()))
        .collect(Collectors.joining(" / "));
  }

  public static String problems(String text) {
    return parse(text).problems().stream().map(Told::problem).collect(Collectors.joining(" / "));
  }

  /// Text as `'text'`, what has another type as it is, null as `null`.
  public static String node(Node node) {
    return switch (node) {
      case Node.Scalar scalar ->
          switch (Scalars.kind(scalar)) {
            case STRING -> "'" + scalar.text() + "'";
            case NULL -> "null";
            case INTEGER, FLOAT, BOOLEAN -> scalar.text();
          };
      case Node.Sequence(var items, _) ->
          items.stream().map(Told::node).collect(Collectors.joining(", ", "[", "]"));
      case Node.Mapping(var entries, _) ->
          entries.stream()
              .map(it -> it.key() + ": " + node(it.value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String problem(Problem problem) {
    return "%s %d:%d %s"
        .formatted(
            problem.kind(),
            problem.origin().span().startLine(),
            problem.origin().span().startColumn(),
            problem.message());
  }
}
