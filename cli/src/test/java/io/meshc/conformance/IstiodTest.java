package io.meshc.conformance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.cli.query.Asked;
import io.meshc.cli.query.ReadRequests;
import io.meshc.link.Link;
import io.meshc.model.Assumptions;
import io.meshc.model.Identity;
import io.meshc.model.Lookup;
import io.meshc.model.Workload;
import io.meshc.normalize.Settings;
import io.meshc.normalize.envoy.EnvoyProxy;
import io.meshc.normalize.envoy.ReadEnvoy;
import io.meshc.source.SourceFile;
import io.meshc.source.Span;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Question;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What istiod writes for Envoy, read as a mesh, decides as was measured when Envoy ran it.
final class IstiodTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final List<String> OURS =
      List.of(
          "id",
          "from",
          "to",
          "protocol",
          "method",
          "scheme",
          "authority",
          "path",
          "headers",
          "claims",
          "token",
          "sni",
          "sourceIp",
          "remoteIp",
          "via",
          "plaintext");

  private static final Assumptions CLOSED = new Assumptions("cluster.local", "cluster.local", true);

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  /// @param gateways how many requests come through a gateway, which is not read
  @ParameterizedTest
  @CsvSource({"istio-traffic, 2633, 313", "gateway-traffic, 702, 592"})
  void decidesAsMeasured(String name, int agree, int gateways) throws IOException {
    Path set = Shared.folder().resolve("conformance").resolve(name);
    for (JsonNode it : MAPPER.readTree(Files.readString(set.resolve("cases.json")))) {
      Path dump = set.resolve("istiod/" + it.get("name").asString() + ".json.gz");
      if (Files.exists(dump)) {
        one(set, it, dump);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(counts).isEqualTo(Map.of("agree", agree, "through a gateway", gateways));
  }

  private void one(Path set, JsonNode known, Path dump) throws IOException {
    Decide decide =
        Decide.in(
            Lookup.of(
                Link.link(ReadEnvoy.read(proxies(set, known, dump), CLOSED), CLOSED).value()));
    for (JsonNode it : known.get("requests")) {
      if (it.has("via")) {
        count("through a gateway");
        continue;
      }
      ObjectNode asked = MAPPER.createObjectNode();
      OURS.stream().filter(it::has).forEach(field -> asked.set(field, it.get(field)));
      judge(known, it, decide.answer(question(asked.toString())));
    }
  }

  private static Question question(String line) {
    try {
      return new ReadRequests().read(line).question();
    } catch (Asked.Fault e) {
      throw new AssertionError(e);
    }
  }

  private void judge(JsonNode known, JsonNode request, Decision decision) {
    String measured = request.get("verdict").asString();
    String said = decision.verdict().label();
    String backend = request.get("measured").path("backend").asString("");
    boolean same = measured.equals(said);
    boolean place =
        backend.isEmpty()
            || !same
            || decision.backends().isEmpty()
            || decision.backends().stream().anyMatch(it -> it.workload().equals(backend));
    if (same && request.get("measured").has("shares")) {
      place &= hasShares(request.get("measured"), decision);
    }
    count(said.equals("unknown") ? "unknown" : same && place ? "agree" : "differ");
    if (!same || !place) {
      String steps =
          decision.steps().stream()
              .map(it -> it.point() + ": " + it.because())
              .collect(joining(", "));
      wrong.add(known.get("name").asString() + " " + request + " → " + said + " (" + steps + ")");
    }
  }

  /// As far as may be told from so many requests.
  private static boolean hasShares(JsonNode measured, Decision decision) {
    double samples = measured.path("samples").asDouble();
    for (Map.Entry<String, JsonNode> it : measured.get("shares").properties()) {
      double wanted = it.getValue().asDouble();
      double said =
          decision.backends().stream()
              .filter(at -> at.verdict() == Decision.Verdict.ALLOW)
              .filter(at -> at.workload().equals(it.getKey()))
              .mapToDouble(at -> at.share().most())
              .sum();
      boolean refused = it.getKey().equals("refused");
      double stray = 4 * Math.sqrt(wanted * (1 - wanted) / samples);
      if (!refused && Math.abs(said - wanted) > stray + 0.001) {
        return false;
      }
    }
    return true;
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  private static List<EnvoyProxy> proxies(Path set, JsonNode known, Path dump) throws IOException {
    Map<String, Identity> identities = identities(set, known);
    var proxies = new ArrayList<EnvoyProxy>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(dump))) {
      for (Map.Entry<String, JsonNode> it : MAPPER.readTree(in).properties()) {
        String[] parts = it.getKey().split("/", 2);
        if (it.getValue().get("listeners").toString().contains("virtualInbound")) {
          proxies.add(
              EnvoyProxy.of(
                  parts[0],
                  parts[1],
                  Optional.ofNullable(identities.get(it.getKey())),
                  (Node.Mapping) node(it.getValue()),
                  it.getKey()));
        }
      }
    }
    return proxies;
  }

  /// Whose certificate a proxy gets is not in what istiod writes for it.
  private static Map<String, Identity> identities(Path set, JsonNode known) throws IOException {
    var files = new ArrayList<SourceFile>();
    for (JsonNode it : known.get("files")) {
      files.add(new SourceFile(it.asString(), Files.readString(set.resolve(it.asString()))));
    }
    var identities = new HashMap<String, Identity>();
    for (Workload it : Pipeline.understand(files, List.of(), Settings.DEFAULT).mesh().workloads()) {
      identities.put(it.label(), it.identity());
    }
    return identities;
  }

  private static Node node(JsonNode json) {
    if (json.isObject()) {
      Nodes map = Nodes.map();
      json.properties().forEach(it -> map.put(it.getKey(), node(it.getValue())));
      return map.build();
    }
    if (json.isArray()) {
      var items = new ArrayList<Node>();
      json.forEach(it -> items.add(node(it)));
      return Nodes.list(items);
    }
    return json.isString()
        ? Nodes.text(json.asString())
        : new Node.Scalar(json.toString(), false, Span.FILE_START);
  }
}
