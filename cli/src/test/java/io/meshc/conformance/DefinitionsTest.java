package io.meshc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.diag.Finding;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.validate.schema.Definitions;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What meshc refuses by itself, and what the published definitions of the Gateway API refuse with their rules in CEL: the same objects.
/// And of what projects publish nothing is refused that is right.
class DefinitionsTest {
  private static final int OBJECTS = 2_000;

  /// The experimental channel alone refuses a name that stands twice in a route; the text of the specification forbids it in both.
  private static final String NAME_OF_RULE = "MC0406";

  /// A field, and a kind or a version of it.
  private static final Set<String> UNKNOWN = Set.of("MC0004", "MC0009");

  /// Objects of the documentation of Linkerd that are not whole, and why they are refused.
  private static final Set<String> PARTS =
      Set.of(
          // the spec stands beside `spec`
          "docs/tasks-adding-non-kubernetes-workloads-10.yaml",
          // a patch without containers
          "docs/tasks-configuring-proxy-discovery-cache-01.yaml");

  @Test
  void agreeOnChangedObjects() throws IOException {
    var seeds = new ArrayList<Node.Mapping>();
    for (Path file : yaml(Shared.folder().resolve("conformance/gateway-linkerd/files/gwapi"))) {
      objects(Files.readString(file)).stream()
          .filter(DefinitionsTest::isGateway)
          .forEach(seeds::add);
    }
    String text = new MutatedObjects(seeds).many(OBJECTS);

    Map<String, Set<String>> own = refused(text, Definitions.none());
    Map<String, Set<String>> tried = refused(text, definitions("experimental"));
    List<Finding> ofStandard = judged(text, definitions("standard"));
    Set<String> standard = byName(ofStandard, Finding::rejected).keySet();
    // what the standard channel does not know is no matter of that channel
    Set<String> unknown = byName(ofStandard, it -> UNKNOWN.contains(it.rule())).keySet();
    var differ = new TreeSet<String>();
    for (int i = 0; i < OBJECTS; i++) {
      String name = "n" + i;
      Set<String> by = own.getOrDefault(name, Set.of());
      boolean wanted =
          tried.containsKey(name) && (unknown.contains(name) || standard.contains(name));
      if (!by.equals(Set.of(NAME_OF_RULE)) && !by.isEmpty() != wanted) {
        differ.add(name + " " + by + " " + tried.get(name) + " " + standard.contains(name));
      }
    }
    assertThat(differ).as(text.length() + " characters of objects").isEmpty();
    assertThat(own).as("refused").hasSizeBetween(OBJECTS / 5, OBJECTS * 4 / 5);
  }

  @Test
  void refuseWhatIsWrongInTheCorpusOfTheGatewayApi() throws IOException {
    Path corpus = Shared.folder().resolve("corpora/gateway-api");
    Definitions tried = definitions("experimental");
    for (Path file : yaml(corpus)) {
      String text = Files.readString(file);
      boolean served = objects(text).stream().noneMatch(DefinitionsTest::isOld);
      if (objects(text).stream().allMatch(DefinitionsTest::isGateway) && served) {
        assertThat(refused(text, Definitions.none()).keySet())
            .as(file.toString())
            .isSubsetOf(refused(text, tried).keySet());
      }
    }
  }

  @Test
  void refuseNothingOfTheCorpusOfLinkerd() throws IOException {
    Path corpus = Shared.folder().resolve("corpora/linkerd");
    var refused = new TreeSet<String>();
    for (Path file : yaml(corpus)) {
      if (!refused(Files.readString(file), Definitions.none()).isEmpty()) {
        refused.add(corpus.relativize(file).toString());
      }
    }
    assertThat(refused).containsExactlyInAnyOrderElementsOf(PARTS);
  }

  static List<Node.Mapping> objects(String text) {
    return documents(text).stream().map(Document::root).toList();
  }

  private static List<Document> documents(String text) {
    return ParseYaml.parse(new SourceFile("a.yaml", text)).value();
  }

  private static boolean isGateway(Node.Mapping object) {
    return api(object).startsWith("gateway.networking.");
  }

  /// GRPCRoutes of a version that no definition has any more.
  private static boolean isOld(Node.Mapping object) {
    return api(object).endsWith("/v1alpha2") && object.toString().contains("GRPCRoute");
  }

  private static String api(Node.Mapping object) {
    return object.get("apiVersion").orElse(object) instanceof Node.Scalar it ? it.text() : "";
  }

  /// The names of the objects that would not be admitted, and the rules that say so.
  private static Map<String, Set<String>> refused(String text, Definitions definitions) {
    return byName(judged(text, definitions), Finding::rejected);
  }

  private static List<Finding> judged(String text, Definitions definitions) {
    var understood =
        Pipeline.understand(
            List.of(new SourceFile("a.yaml", text)), List.of(), Settings.DEFAULT, definitions);
    return Pipeline.judge(understood).kept();
  }

  private static Map<String, Set<String>> byName(List<Finding> findings, Predicate<Finding> which) {
    var names = new TreeMap<String, Set<String>>();
    for (Finding it : findings) {
      if (which.test(it)) {
        names
            .computeIfAbsent(it.resource().map(id -> id.name()).orElse(""), _ -> new TreeSet<>())
            .add(it.rule());
      }
    }
    return names;
  }

  private static Definitions definitions(String channel) throws IOException {
    var all = new ArrayList<Document>();
    for (Path file : yaml(Shared.folder().resolve("crds/gateway-api").resolve(channel))) {
      all.addAll(documents(Files.readString(file)));
    }
    return Definitions.of(all);
  }

  private static List<Path> yaml(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(it -> it.toString().matches(".*\\.ya?ml")).sorted().toList();
    }
  }
}
