package io.meshc.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Shared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests that go from one cluster to another: each folder of `clusters/` is a config file with its environments, and `cases.jsonl`
/// says of each request what becomes of it and the sentence that this rests on.
class ClustersTest {
  private static final Path FOLDER = Shared.repository().resolve("cli/src/test/resources/clusters");
  private static final JsonMapper JSON = new JsonMapper();

  /// @param folder the case
  /// @param line of its `cases.jsonl`
  record Case(Path folder, JsonNode line) {
    @Override
    public String toString() {
      return folder.getFileName()
          + ": "
          + line.at("/request/id").asString()
          + ", "
          + line.path("because").asString();
    }
  }

  static Stream<Case> cases() {
    return folders()
        .flatMap(folder ->
            Cli.read(folder.resolve("cases.jsonl"))
                .lines()
                .map(it -> new Case(folder, JSON.readTree(it))));
  }

  static Stream<Path> folders() {
    return Cli.tree(FOLDER).stream()
        .filter(it -> it.path().endsWith("cases.jsonl"))
        .map(it -> FOLDER.resolve(it.path()).getParent());
  }

  @Test
  void thereAreEnough() {
    assertThat(cases()).hasSizeGreaterThan(35);
    assertThat(cases()).extracting(it -> it.line().path("because").asString()).doesNotContain("");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void decides(Case it) {
    Cli.Ran ran =
        Cli.run(
            it.folder(),
            it.line().path("request").toString(),
            List.of("query", "--requests", "-", "--format", "json"));
    assertThat(ran.status()).as(ran.err()).isZero();
    JsonNode answer = JSON.readTree(ran.out());

    assertThat(answer.path("verdict").asString()).as(ran.out()).isEqualTo(text(it, "verdict"));
    assertThat(answer.path("reason").asString()).as(ran.out()).isEqualTo(text(it, "reason"));
    if (it.line().has("status")) {
      assertThat(answer.path("status").asInt()).isEqualTo(it.line().path("status").asInt());
    }
    assertThat(shares(answer)).as(ran.out()).isEqualTo(expected(it.line().path("shares")));
    assertThat(answer.path("unknown").toString()).contains(text(it, "unknown"));
    assertThat(answer.path("unknown").isEmpty()).isEqualTo(text(it, "unknown").isEmpty());
  }

  /// What is found in one environment alone is found in it among others, too.
  @ParameterizedTest
  @MethodSource("folders")
  void lints(Path folder) {
    Cli.Ran ran = Cli.run(folder, "", List.of("lint", "--fail-on", "never"));

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).doesNotContain("error[");
  }

  private static String text(Case it, String field) {
    return it.line().path(field).asString("");
  }

  /// `environment:workload status` for each backend, without the status where it is 200.
  private static Map<String, String> shares(JsonNode answer) {
    var shares = new TreeMap<String, String>();
    for (JsonNode it : answer.path("backends")) {
      String environment = it.path("environment").asString("");
      String status =
          switch (it.path("verdict").asString()) {
            case "allow" -> "";
            case "unknown" -> " ?";
            default ->
                it.path("workload").asString("").isEmpty()
                    ? ""
                    : " " + it.path("status").asString("");
          };
      String name =
          (environment.isEmpty() ? "" : environment + ":")
              + it.path("workload").asString()
              + status;
      String share =
          it.path("share").isNull()
              ? join(it.path("between"))
              : String.valueOf(Math.round(it.path("share").asDouble() * 1000) / 1000.0);
      shares.put(name, share);
    }
    return shares;
  }

  private static String join(JsonNode between) {
    var ends = new ArrayList<String>();
    between.forEach(it -> ends.add(String.valueOf((int) it.asDouble())));
    return String.join("..", ends);
  }

  private static Map<String, String> expected(JsonNode shares) {
    var expected = new TreeMap<String, String>();
    for (Map.Entry<String, JsonNode> it : shares.properties()) {
      expected.put(it.getKey(), it.getValue().asString());
    }
    return expected;
  }
}
