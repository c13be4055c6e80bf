package io.meshc.envoy;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Programs;
import io.meshc.cli.options.Exit;
import io.meshc.conformance.Cli;
import io.meshc.conformance.Shared;
import io.meshc.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bookstore, written for SMI, for Open Service Mesh and for Istio, on real Envoys: the same requests pass, and in the same shares, as
/// bookstore-scenario.json says by hand. So do the variants of the demo: all for the first version, and bookthief let in.
final class BookstoreTest {
  private static final Path RESOURCES = Shared.repository().resolve("cli/src/test/resources");

  private static final List<String> WORKLOADS =
      List.of("bookbuyer", "bookthief", "bookstore", "bookstore-v2", "bookwarehouse", "mysql");

  /// Where the files of each language lie, beside the workloads.
  private static final Map<String, List<String>> SOURCES =
      Map.of(
          "smi", List.of("bookstore/access", "bookstore/split", "bookstore-smi/"),
          "osm",
              List.of(
                  "bookstore/access",
                  "bookstore/split",
                  "bookstore/mesh-config",
                  "bookstore/namespaces",
                  "bookstore-osm/"),
          "istio", List.of("bookstore-istio/"));

  private static final String HALVES =
      "{\"status\": 200, \"split\": {\"bookstore\": 0.5, \"bookstore-v2\": 0.5}}";
  private static final String FIRST = "{\"status\": 200, \"split\": {\"bookstore\": 1.0}}";

  /// A line that is about its proxy.
  private static final Pattern THIEF = Pattern.compile("\"(from|name)\": \"bookthief\"");

  private static final String REFUSED = "{\"status\": [403, 404]}";

  /// A part of the demo that is changed.
  ///
  /// @param edits what stands in each language, and what stands there instead
  record Variant(String shares, String thief, Map<String, Map<String, String>> edits) {}

  private static final Map<String, String> TARGET =
      Map.of(
          "      name: bookbuyer\n      namespace: bookbuyer\n",
          "      name: bookbuyer\n      namespace: bookbuyer\n"
              + "    - kind: ServiceAccount\n      name: bookthief\n      namespace: bookthief\n");

  private static final Map<String, String> SPLIT =
      Map.of(
          "service: bookstore-v1\n      weight: 50", "service: bookstore-v1\n      weight: 100",
          "service: bookstore-v2\n      weight: 50", "service: bookstore-v2\n      weight: 0");

  private static final Map<String, String> ROUTES =
      Map.of(
          "bookstore-v1.bookstore.svc.cluster.local\n          weight: 50",
              "bookstore-v1.bookstore.svc.cluster.local\n          weight: 100",
          "bookstore-v2.bookstore.svc.cluster.local\n          weight: 50",
              "bookstore-v2.bookstore.svc.cluster.local\n          weight: 0");

  private static final String BUYER = "cluster.local/ns/bookbuyer/sa/bookbuyer";
  private static final Map<String, String> PRINCIPALS =
      Map.of("[" + BUYER + "]", "[" + BUYER + ", cluster.local/ns/bookthief/sa/bookthief]");

  private static final Map<String, Variant> VARIANTS =
      Map.of(
          "as it is", new Variant(HALVES, REFUSED, Map.of()),
          "all for the first version",
              new Variant(FIRST, REFUSED, Map.of("smi", SPLIT, "osm", SPLIT, "istio", ROUTES)),
          "bookthief is let in",
              new Variant(
                  HALVES, HALVES, Map.of("smi", TARGET, "osm", TARGET, "istio", PRINCIPALS)));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "smi, as it is",
    "smi, all for the first version",
    "smi, bookthief is let in",
    "istio, as it is",
    "istio, all for the first version",
    "istio, bookthief is let in",
    "osm, as it is"
  })
  void passesAsTheDemoMeansIt(String language, String name) {
    Variant variant = requireNonNull(VARIANTS.get(name));
    write(language, variant.edits().getOrDefault(language, Map.of()));
    // In SMI alone those are in the mesh of whom a policy speaks: without a certificate, bookthief
    // is as any stranger.
    boolean isStranger = language.equals("smi") && variant.thief().equals(REFUSED);
    String scenario =
        Cli.read(RESOURCES.resolve("bookstore-scenario.json"))
            .lines()
            .filter(it -> !isStranger || !THIEF.matcher(it).find())
            .collect(joining("\n"))
            .replace("\"SHARES\"", variant.shares())
            .replace("\"THIEF\"", variant.thief());
    Cli.write(folder.resolve("scenario.json"), scenario);

    Cli.Ran ran =
        Cli.run(
            folder,
            "",
            List.of(
                "envoy",
                "simulate",
                "source",
                "--scenario=scenario.json",
                "--placement=" + RESOURCES.resolve("bookstore-placement.yaml"),
                "--smi-path-regex=full",
                "--config=none",
                "--envoy=" + Programs.real("envoy")));

    assertThat(ran.out().lines().filter(it -> it.startsWith("FAIL"))).as(ran.err()).isEmpty();
    assertThat(ran.out()).endsWith((isStranger ? 35 : 40) + " passed, 0 failed\n");
    assertThat(ran.status()).isEqualTo(Exit.OK);
  }

  private void write(String language, Map<String, String> edits) {
    List<SourceFile> files = files(language).toList();
    edits.forEach((from, _) -> assertThat(files).as(from).anyMatch(it -> it.text().contains(from)));
    for (SourceFile it : files) {
      String text = it.text();
      for (Map.Entry<String, String> edit : edits.entrySet()) {
        text = text.replace(edit.getKey(), edit.getValue());
      }
      Cli.write(folder.resolve("source").resolve(it.path()), text);
    }
  }

  private static Stream<SourceFile> files(String language) {
    return Cli.tree(Shared.repository().resolve("examples")).stream()
        .filter(it ->
            WORKLOADS.stream().anyMatch(of -> it.path().equals("bookstore/" + of + ".yaml"))
                || SOURCES.getOrDefault(language, List.of()).stream()
                    .anyMatch(it.path()::startsWith));
  }
}
