package io.meshc.conformance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The same requests through the command line: `meshc query PATHS --requests - --format json`, one answer a line, in order.
class OsmBookstoreQueryTest {
  @TempDir private Path scratch;

  @BeforeAll
  static void needsTheSharedFolder() {
    Shared.folder();
  }

  static Stream<Scenario> scenarios() {
    return Scenario.all().stream().filter(it -> !it.cases().isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void answers(Scenario scenario) {
    write(scenario);
    check(scenario.paths(), scenario.cases());
  }

  /// The whole way: translated and verified by the program, written, and asked again.
  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void answersAlikeOnceTranslated(Scenario scenario) {
    write(scenario);
    var options =
        "--to istio --istio-regex envoyfilter --accept changes-routing,narrows-access -o out";
    var args = Stream.concat(Stream.of("translate"), scenario.paths().stream());

    var ran = Cli.run(scratch, "", Stream.concat(args, Stream.of(options.split(" "))).toList());

    assertThat(ran.status()).as(ran.err() + ran.out()).isZero();
    check(List.of("out"), scenario.cases().stream().map(Case::onIstio).toList());
  }

  private void write(Scenario scenario) {
    for (SourceFile file : scenario.files()) {
      Cli.write(scratch.resolve(file.path()), file.text());
    }
  }

  private void check(List<String> paths, List<Case> cases) {
    String requests = cases.stream().map(Case::request).collect(joining("\n", "", "\n"));
    var args = Stream.concat(Stream.of("query"), paths.stream());
    var options = Stream.of("--requests", "-", "--format", "json");

    var ran = Cli.run(scratch, requests, Stream.concat(args, options).toList());

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines().map(OsmBookstoreQueryTest::answer))
        .containsExactlyElementsOf(cases.stream().map(OsmBookstoreQueryTest::expected).toList());
  }

  private static String answer(String line) {
    JsonNode node = new JsonMapper().readTree(line);
    List<String> fields =
        List.of("id", "verdict", "status", "reason", "backends", "steps", "unknown");
    assertThat(node.propertyNames()).as(line).containsExactlyElementsOf(fields);
    assertThat(node.path("steps")).as(line).isNotEmpty();
    return node.path("id").asString()
        + ": "
        + node.path("verdict").asString()
        + " "
        + node.path("reason").asString();
  }

  private static String expected(Case it) {
    return it.id() + ": " + it.verdict() + " " + it.reason();
  }
}
