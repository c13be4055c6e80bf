package io.meshc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Problem;
import io.meshc.rules.gateway.route.ServiceWithoutPort;
import io.meshc.rules.linkerd.policy.InvalidServer;
import io.meshc.source.SourceFile;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.Rule;
import io.meshc.yaml.Document;
import io.meshc.yaml.ParseYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CatalogTest {
  private static final Path SOURCES = Path.of("src/main/java/io/meshc/rules");

  @Test
  void isSortedById() {
    assertThat(Catalog.ALL).extracting(it -> it.card().id()).isSorted();
  }

  /// What is left out has nothing to say: the pages of all rules are judged by this choice.
  @Test
  void leavesOutWhatAnInputDoesNotName() {
    assertThat(Catalog.about(documents("kind: List"))).hasSizeLessThan(Catalog.ALL.size());
    assertThat(Catalog.about(documents("apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway")))
        .hasAtLeastOneElementOfType(ServiceWithoutPort.class)
        .doesNotHaveAnyElementsOfTypes(InvalidServer.class);
    assertThat(
            Catalog.about(
                documents("kind: Pod\nmetadata: {annotations: {linkerd.io/inject: enabled}}")))
        .hasAtLeastOneElementOfType(InvalidServer.class)
        .doesNotHaveAnyElementsOfTypes(ServiceWithoutPort.class);
  }

  private static List<Document> documents(String yaml) {
    return ParseYaml.parse(new SourceFile("a.yaml", yaml)).value();
  }

  @Test
  void namesNothingTwice() {
    assertThat(Catalog.ALL.stream().flatMap(CatalogTest::words)).doesNotHaveDuplicates();
  }

  @Test
  void holdsEveryRule() throws IOException {
    assertThat(Catalog.ALL.stream().map(CatalogTest::path))
        .containsExactlyInAnyOrderElementsOf(sources("public final class \\w+ implements"));
  }

  @Test
  void everyProblemBelongsToOneRule() {
    Stream<Problem.Kind> reported =
        Catalog.ALL.stream()
            .filter(InputRule.class::isInstance)
            .flatMap(it -> ((InputRule) it).reports().stream());
    assertThat(reported).containsExactlyInAnyOrder(Problem.Kind.values());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void hasAPage(String name, Rule rule) {
    RulePage page = RulePage.of(rule);
    assertThat(page.title()).isEqualTo("# %s (%s)", name, rule.card().id());
    assertThat(page.sections().keySet())
        .startsWith("What", "Why", "Bad", "Good")
        .contains("Fix")
        .isSubsetOf("What", "Why", "Bad", "Good", "Conditions", "Fix", "Known gaps");
    assertThat(page.sections().values())
        .allSatisfy(it -> assertThat(String.join("", it)).isNotBlank());
    if (!page.section("Bad").contains("This cannot be shown in YAML.")) {
      assertThat(page.examples("Bad")).isNotEmpty();
      assertThat(page.examples("Bad")).allSatisfy(it -> assertThat(it.marks()).isNotEmpty());
      assertThat(page.examples("Good")).isNotEmpty();
    }
  }

  static Stream<Arguments> rules() {
    return Catalog.ALL.stream().map(it -> Arguments.of(it.card().name(), it));
  }

  /// The words by which a user can mean this rule and no other. An alias may be shared.
  private static Stream<String> words(Rule rule) {
    return Stream.of(rule.card().id(), rule.card().name());
  }

  /// The class is the name of the rule in capitals, in the package of its category, one below it, or that of its topic of a vendor.
  private static String path(Rule rule) {
    String simple =
        Arrays.stream(rule.card().name().split("-"))
            .map(it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1))
            .reduce("", String::concat);
    String below = rule.getClass().getPackageName().substring("io.meshc.rules.".length());
    String category = rule.card().category().label();
    boolean deeper = below.matches("(istio|gateway|linkerd|osm|" + category + ")[.].*");
    String folder = deeper ? below : category;
    return folder.replace('.', '/') + "/" + simple + ".java";
  }

  private static List<String> sources(String shape) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(it -> it.toString().endsWith(".java"))
          .filter(it -> matches(it, shape))
          .map(it -> SOURCES.relativize(it).toString().replace('\\', '/'))
          .toList();
    }
  }

  private static boolean matches(Path file, String shape) {
    try {
      return Files.readString(file).lines().anyMatch(it -> it.matches(shape + ".*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
