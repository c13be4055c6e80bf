package io.meshc.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Problem;
import io.meshc.source.SourceFile;
import io.meshc.source.Span;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Definitions that are wrong themselves are said, never thrown, and check what they can.
final class BrokenDefinitionsTest {
  private static final String WHOLE =
      SchemaCasesTest.definition(
          """
          type: object
          required: [a]
          properties:
            a: {type: string, pattern: ^x, enum: [x, xy], minLength: 1}
            b: {type: array, maxItems: 2, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k], items: {type: object, properties: {k: {type: integer, default: 1, maximum: 5}}}}
            c: {type: object, additionalProperties: {type: number}, minProperties: 1}
          oneOf: [{required: [b]}, {required: [c]}]
          x-kubernetes-validations: [{rule: size(self.a) < 3, messageExpression: "'too long: ' + self.a"}]
          """);

  private static final Document OBJECT =
      SchemaCasesTest.document("object.yaml", SchemaCasesTest.object("a: xy\nb: [{k: 2}, {}]\n"));

  static Stream<Arguments> definitions() {
    return Stream.of(
        Arguments.of("spec:\n", "the definition has no `spec.group`, and defines nothing"),
        Arguments.of("spec: [a]\n", "the definition has no `spec.group`, and defines nothing"),
        Arguments.of(
            "spec: {group: example.com}\n",
            "the definition has no `spec.names.kind`, and defines nothing"),
        Arguments.of(
            "spec: {group: example.com, names: {kind: Thing}, versions: v1}\n",
            "the definition of `Thing` serves no version"),
        Arguments.of(
            "spec: {group: example.com, names: {kind: Thing}, versions: [{name: v1}]}\n",
            "version `v1` of the definition has no schema: its objects are not checked"),
        Arguments.of(version("openAPIV3Schema: [a]"), "a schema is a list, not a mapping"),
        Arguments.of(
            version("openAPIV3Schema: {type: object, properties: {spec: {type: map}}}"),
            "type `map` is not known"),
        Arguments.of(
            version(
                "openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {a:"
                    + " {pattern: '(x'}}}}}"),
            "pattern `(x` is refused: missing closing ): `(x`"),
        Arguments.of(
            version(
                "openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {a:"
                    + " {pattern: '((x{999}){999}){999}'}}}}}"),
            "pattern `((x{999}){999}){999}` is refused: too large, once its repetitions are written"
                + " out"));
  }

  private static String version(String schema) {
    return "spec: {group: example.com, names: {kind: Thing}, versions: [{name: v1, served: true,"
        + " schema: {"
        + schema
        + "}}]}\n";
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void areSaid(String spec, String expected) {
    String head = "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n";

    assertThat(check(head + spec))
        .filteredOn(it -> it.kind() == Problem.Kind.BROKEN_DEFINITION)
        .extracting(Problem::message)
        .containsExactly(expected);
  }

  @Test
  void ofTwoForOneKindTheFirstCounts() {
    String second = WHOLE.replace("required: [a]", "required: [zzz]");

    assertThat(check(WHOLE + "---\n" + second))
        .extracting(Problem::message)
        .containsExactly("`Thing` of `example.com` is already defined in crd.yaml:1");
  }

  @Test
  void versionsThatAreNotServedAreNamed() {
    assertThat(check(WHOLE.replace("name: v1", "name: v2")))
        .extracting(Problem::message, Problem::help)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "the definition of `Thing` serves no version `v1`", "it serves v2"));
  }

  /// Each value in turn becomes something else: whatever stands in a definition, checking comes to an end.
  @Test
  void anyValueMayBeAnything() {
    Document whole = ParseYaml.parse(new SourceFile("crd.yaml", WHOLE)).value().getFirst();
    var others = new ArrayList<Node>();
    for (String it : List.of("", "-1", "1e999", "true", "(", "self", "object")) {
      others.add(new Node.Scalar(it, false, Span.FILE_START));
    }
    others.add(new Node.Sequence(List.of(others.getFirst(), others.getLast()), Span.FILE_START));
    others.add(
        new Node.Mapping(
            List.of(new Node.Entry("a", Span.FILE_START, others.get(1))), Span.FILE_START));
    int checked = 0;
    for (Node other : others) {
      for (int at = 0; at < count(whole.root()); at++) {
        Node mutated = replace(whole.root(), new int[] {at}, other);
        if (mutated instanceof Node.Mapping root) {
          var crd = new Document(whole.file(), 0, root, 0, 0);
          CheckSchemas.check(List.of(OBJECT, crd), "default");
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  private static int count(Node node) {
    return 1
        + switch (node) {
          case Node.Scalar _ -> 0;
          case Node.Sequence list -> list.items().stream().mapToInt(it -> count(it)).sum();
          case Node.Mapping map -> map.entries().stream().mapToInt(it -> count(it.value())).sum();
        };
  }

  /// @param left how many values stand before the one that is replaced
  private static Node replace(Node node, int[] left, Node by) {
    if (left[0]-- == 0) {
      return by;
    }
    return switch (node) {
      case Node.Scalar _ -> node;
      case Node.Sequence list ->
          new Node.Sequence(
              list.items().stream().map(it -> replace(it, left, by)).toList(), list.span());
      case Node.Mapping map ->
          new Node.Mapping(
              map.entries().stream()
                  .map(it -> new Node.Entry(it.key(), it.keySpan(), replace(it.value(), left, by)))
                  .toList(),
              map.span());
    };
  }

  private static List<Problem> check(String definitions) {
    var parsed = ParseYaml.parse(new SourceFile("crd.yaml", definitions)).value();
    return CheckSchemas.check(List.of(OBJECT), "default", Definitions.of(parsed)).problems();
  }
}
