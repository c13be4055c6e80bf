package io.meshc.example;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Understood;
import io.meshc.conformance.Cli;
import io.meshc.conformance.Meshes;
import io.meshc.conformance.Shared;
import io.meshc.conformance.Translated;
import io.meshc.lower.Loss;
import io.meshc.lower.Options;
import io.meshc.source.SourceFile;
import io.meshc.validate.question.Decision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What examples/bookstore says of each request of bookstore-requests.jsonl, and what its translation to Istio says.
class BookstoreExampleTest {
  private static Understood osm;
  private static Translated translated;
  private static Understood istio;

  /// @param reason of Open Service Mesh; Istio knows fewer
  /// @param because the sentence that decides
  /// @param loss the feature that Istio says otherwise; `""` where it decides alike, as it does nearly everywhere
  record Fact(
      String id,
      String request,
      String verdict,
      String reason,
      Map<String, Double> shares,
      String because,
      String loss) {
    Fact onIstio(String otherVerdict) {
      return new Fact(id, request, otherVerdict, "", Map.of(), because, loss);
    }

    @Override
    public String toString() {
      return id + ": " + verdict + ", " + because;
    }
  }

  static Stream<Fact> facts() {
    Path file = Shared.repository().resolve("cli/src/test/resources/bookstore-requests.jsonl");
    return Cli.read(file).lines().map(it -> fact(new JsonMapper().readTree(it)));
  }

  private static Fact fact(JsonNode line) {
    return new Fact(
        line.path("request").path("id").asString(),
        line.path("request").toString(),
        line.path("verdict").asString(),
        line.path("reason").asString(""),
        line.path("shares")
            .propertyStream()
            .collect(
                toMap(
                    Map.Entry::getKey, it -> it.getValue().asDouble(), (a, _) -> a, TreeMap::new)),
        line.path("because").asString(),
        line.path("istio").path("loss").asString(""));
  }

  @BeforeAll
  static void read() {
    Path folder = Shared.repository().resolve("examples/bookstore");
    List<SourceFile> files = Cli.tree(folder);
    osm = Meshes.of(files);
    translated = Translated.to("istio", osm, new Options(true, "istio-system"));
    istio = Meshes.of(translated.files());
  }

  @Test
  void thereAreEnoughFacts() {
    assertThat(facts()).hasSizeGreaterThan(30).extracting(Fact::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("facts")
  void osmDecides(Fact it) {
    check(it, osm);
    assertThat(decide(it, osm).reason()).as(it.toString()).isEqualTo(it.reason());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("facts")
  void istioDecidesAlikeOrALossSaysSo(Fact it) {
    if (it.loss().isEmpty()) {
      check(it, istio);
      return;
    }
    check(it.onIstio(it.verdict().equals("allow") ? "deny" : "allow"), istio);
    assertThat(translated.losses()).extracting(Loss::feature).contains(it.loss());
  }

  @Test
  void nothingHasToBeAccepted() {
    assertThat(translated.losses()).noneMatch(it -> it.effect().needsAcceptance());
  }

  private static void check(Fact fact, Understood mesh) {
    Decision decision = decide(fact, mesh);
    assertThat(decision.verdict().label()).as("%s%n%s", fact, decision).isEqualTo(fact.verdict());
    assertThat(Meshes.shares(decision, fact.shares().keySet(), mesh))
        .as("%s%n%s", fact, decision)
        .isEqualTo(fact.shares());
  }

  private static Decision decide(Fact fact, Understood mesh) {
    return Meshes.decide(mesh, Meshes.question(fact.request()));
  }
}
