package io.meshc.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Problem;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.ParseYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Tables of a schema, a value, and what is wrong with it: `structure.cases` and `rules.cases`. A case is a title, the schema of
/// `spec`, `---`, and a `spec`. Behind a line stands what is found there: the path, the kind of problem and the whole message.
final class SchemaCasesTest {
  private static final Pattern MARK = Pattern.compile("#! (\\S+) ([A-Z_]+): (.*)$");

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void findsWhatIsMarked(String file, String title, String schema, String spec) {
    Document definition = document("crd.yaml", definition(schema));
    Document object = document("object.yaml", object(spec));

    var structure =
        CheckSchemas.check(List.of(object), "default", Definitions.of(List.of(definition)));

    assertThat(structure.problems().stream().map(SchemaCasesTest::said))
        .containsExactlyInAnyOrderElementsOf(marks(object.file().text()));
    assertThat(structure.problems())
        .allSatisfy(
            it -> assertThat(it.resource().orElseThrow().label()).isEqualTo("Thing shop/it"));
  }

  static Stream<Arguments> cases() throws IOException {
    return Stream.concat(cases("structure.cases"), cases("rules.cases"));
  }

  private static Stream<Arguments> cases(String name) throws IOException {
    try (InputStream in = SchemaCasesTest.class.getResourceAsStream(name)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^=== "))
          .skip(1)
          .map(it -> {
            String title = it.lines().findFirst().orElseThrow();
            String[] parts = it.substring(title.length() + 1).split("(?m)^---\n", 2);
            return Arguments.of(name, title, parts[0], parts[1]);
          });
    }
  }

  static String definition(String schema) {
    return """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: things.example.com}
    spec:
      group: example.com
      scope: Namespaced
      names: {kind: Thing, plural: things}
      versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec:
    """
        + schema.indent(14);
  }

  static String object(String spec) {
    return """
    apiVersion: example.com/v1
    kind: Thing
    metadata: {name: it, namespace: shop}
    spec:
    """
        + spec.indent(2);
  }

  static Document document(String name, String text) {
    return ParseYaml.parse(new SourceFile(name, text)).value().getFirst();
  }

  private static String said(Problem problem) {
    return problem.origin().line()
        + " "
        + problem.origin().path()
        + " "
        + problem.kind()
        + ": "
        + problem.message()
        + (problem.help().isEmpty() ? "" : " (" + problem.help() + ")");
  }

  private static List<String> marks(String text) {
    var marks = new ArrayList<String>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher mark = MARK.matcher(lines[i]);
      if (mark.find()) {
        marks.add((i + 1) + " " + mark.group(1) + " " + mark.group(2) + ": " + mark.group(3));
      }
    }
    return marks;
  }
}
