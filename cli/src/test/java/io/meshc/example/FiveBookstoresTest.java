package io.meshc.example;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Shared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The policy of the bookstore in each language of `examples/`, by the environments of this repository's config file: the same requests are decided alike and go to the same workloads.
/// What a language cannot say is listed, request by request, with the reason.
class FiveBookstoresTest {
  private static final Path RESOURCES = Shared.repository().resolve("cli/src/test/resources");
  private static final JsonMapper JSON = new JsonMapper();

  /// The workloads that stand behind the two leaves of the split.
  private static final Map<String, String> WORKLOADS =
      Map.of("bookstore-v1", "bookstore/bookstore", "bookstore-v2", "bookstore/bookstore-v2");

  @ParameterizedTest
  @ValueSource(strings = {"smi", "osm", "istio", "linkerd", "gateway-api"})
  void decidesAlike(String language) {
    List<JsonNode> facts = facts();
    Map<String, String> unsaid = unsaid(language);
    List<String> answers = answers(language, facts);
    var wrong = new ArrayList<String>();
    for (int i = 0; i < facts.size(); i++) {
      JsonNode fact = facts.get(i);
      String id = fact.at("/request/id").asString();
      String decided = decided(JSON.readTree(answers.get(i)));
      String expected = expected(fact);
      String instead = unsaid.get(id);
      if (instead == null ? !decided.equals(expected) : !decided.startsWith(instead)) {
        wrong.add(id + ": " + decided + ", not " + (instead == null ? expected : instead));
      }
      if (instead != null && decided.equals(expected)) {
        wrong.add(id + ": is said after all");
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(facts)
        .extracting(it -> it.at("/request/id").asString())
        .containsAll(unsaid.keySet());
  }

  private static List<JsonNode> facts() {
    return Cli.read(RESOURCES.resolve("bookstore-requests.jsonl"))
        .lines()
        .map(JSON::readTree)
        .toList();
  }

  private static Map<String, String> unsaid(String language) {
    return Cli.read(RESOURCES.resolve("bookstore-unsaid.tsv"))
        .lines()
        .filter(it -> !it.startsWith("#"))
        .map(it -> it.split("\t", -1))
        .filter(it -> it[0].equals(language))
        .peek(it -> assertThat(it[3]).isNotBlank())
        .collect(toMap(it -> it[1], it -> it[2], (a, _) -> a, HashMap::new));
  }

  private static List<String> answers(String language, List<JsonNode> facts) {
    String requests =
        facts.stream().map(it -> it.path("request").toString()).collect(joining("\n"));
    Cli.Ran ran =
        Cli.run(
            Shared.repository(),
            requests,
            List.of(
                "query",
                "--environment",
                language,
                "--assume",
                "closed",
                "--requests",
                "-",
                "--format",
                "json"));
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.err()).isEmpty();
    return ran.out().lines().toList();
  }

  private static String expected(JsonNode fact) {
    var shares = new TreeMap<String, Double>();
    for (Map.Entry<String, JsonNode> it : fact.path("shares").properties()) {
      String namespace = it.getKey().equals("mysql") ? "bookwarehouse" : it.getKey();
      shares.put(
          WORKLOADS.getOrDefault(it.getKey(), namespace + "/" + it.getKey()),
          it.getValue().asDouble());
    }
    return fact.path("verdict").asString() + " " + shares;
  }

  private static String decided(JsonNode answer) {
    var shares = new TreeMap<String, Double>();
    boolean passes = answer.path("verdict").asString().equals("allow");
    for (JsonNode it : answer.path("backends")) {
      if (passes) {
        shares.merge(it.path("workload").asString(), it.path("share").asDouble(), Double::sum);
      }
    }
    return answer.path("verdict").asString() + " " + shares;
  }
}
