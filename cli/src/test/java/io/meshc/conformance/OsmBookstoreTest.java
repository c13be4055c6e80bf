package io.meshc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Understood;
import io.meshc.lower.Options;
import io.meshc.validate.question.Decision;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The requests of the Open Service Mesh demo, asked of its manifests and of their translation to Istio.
class OsmBookstoreTest {
  private static final Map<String, Understood> MESHES = new ConcurrentHashMap<>();

  @BeforeAll
  static void needsTheSharedFolder() {
    Shared.folder();
  }

  static Stream<Case> cases() {
    return Scenario.all().stream().flatMap(it -> it.cases().stream());
  }

  @Test
  void noRequestIsMissed() {
    assertThat(cases()).hasSize(57);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void osmDecides(Case it) {
    Understood mesh =
        MESHES.computeIfAbsent(it.scenario(), id -> Meshes.of(Scenario.of(id).files()));
    check(it, mesh);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void istioDecides(Case it) {
    Understood mesh =
        MESHES.computeIfAbsent(it.scenario() + " on istio", _ -> translated(it.scenario()));
    check(it.onIstio(), mesh);
  }

  private static Understood translated(String scenario) {
    Understood source = Meshes.of(Scenario.of(scenario).files());
    return Meshes.of(Translated.to("istio", source, new Options(true, "istio-system")).files());
  }

  private static void check(Case it, Understood mesh) {
    Decision decision = Meshes.decide(mesh, it.question());
    var actual =
        new Answer(
            decision.verdict().label(),
            decision.reason(),
            httpStatus(decision, it),
            Meshes.shares(decision, it.shares().keySet(), mesh));
    assertThat(actual)
        .as("%s%n%s%n%s", it, it.request(), steps(decision))
        .isEqualTo(new Answer(it.verdict(), it.reason(), it.status(), it.shares()));
  }

  private record Answer(
      String verdict, String reason, OptionalInt status, Map<String, Double> shares) {}

  /// A client of Open Service Mesh that may not call a backend sees a closed connection or, behind a split, 503. The cases call
  /// both no status.
  private static OptionalInt httpStatus(Decision decision, Case it) {
    boolean refused = decision.reason().equals("no-access") && it.reason().equals("no-access");
    return refused && decision.status().equals(OptionalInt.of(503))
        ? OptionalInt.empty()
        : decision.status();
  }

  private static String steps(Decision decision) {
    List<String> lines =
        decision.steps().stream()
            .map(it ->
                "%s %s %s %s (%s)"
                    .formatted(
                        it.matched() ? "+" : "-",
                        it.point(),
                        it.resource().map(Object::toString).orElse(""),
                        it.because(),
                        it.origin().place()))
            .toList();
    return String.join("\n", lines) + "\n" + decision.backends();
  }
}
