package io.meshc.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshc.cli.Pipeline;
import io.meshc.cli.Understood;
import io.meshc.diag.Finding;
import io.meshc.dialect.Resource;
import io.meshc.dialect.kubernetes.HiddenObject;
import io.meshc.dialect.kubernetes.OtherObject;
import io.meshc.normalize.Settings;
import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every file that the projects of the corpora have published goes through all stages of `lint`, alone and with its whole
/// corpus: nothing is thrown, nothing is skipped in silence, and the order of files never shows.
class CorporaTest {
  /// Whose objects are mesh configuration: one that is kept without a look into it must be reported.
  private static final Pattern MESH =
      Pattern.compile(
          "(.+\\.)?(smi-spec\\.io|openservicemesh\\.io|istio\\.io|linkerd\\.io)"
              + "|gateway\\.networking\\.(x-)?k8s\\.io|flagger\\.app");

  /// A file of a corpus, as its index has it.
  ///
  /// @param objects how many documents state a kind
  private record Row(String path, int objects, String note) {
    boolean isYaml() {
      return !note.contains("not valid YAML");
    }
  }

  /// A file that is no YAML.
  ///
  /// @param from the first line of the broken part
  /// @param to the last line of it
  /// @param read what stands beside it in the same file
  private record Broken(String path, String rule, int from, int to, List<String> read) {}

  private static final List<Broken> BROKEN =
      List.of(
          // fields that lost their indentation: the first document is whole YAML, and the second is
          // until a list item
          // goes on further to the right than its dash
          new Broken(
              "smi-osm/osm-docs/md/demos__tcp_traffic_routing--01-using-smi-traffic-policy-mode.yaml",
              "MC0001",
              24,
              25,
              List.of("TCPRoute")),
          // a list follows an end-of-document mark
          new Broken(
              "smi-osm/smi-spec/md/traffic-metrics__v1alpha1__traffic-metrics--09-kubernetes-api.yaml",
              "MC0003",
              16,
              22,
              List.of("APIResourceList")),
          // all but the first line is one column further to the right
          new Broken(
              "smi-osm/smi-spec/sdk-samples/specs_v1alpha4_tcproute.yaml",
              "MC0001",
              2,
              9,
              List.of()));

  static Stream<Broken> broken() {
    return BROKEN.stream();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway-api", "istio", "linkerd", "smi-osm"})
  void takesEveryFile(String corpus) throws IOException {
    Path folder = corpora().resolve(corpus);
    List<Row> rows = index(folder);
    List<SourceFile> files = files(folder);
    assertThat(files).isNotEmpty();
    assertThat(rows)
        .as("the index names every file")
        .extracting(Row::path)
        .containsExactlyInAnyOrderElementsOf(files.stream().map(SourceFile::path).toList());

    int documents = 0;
    for (SourceFile file : files) {
      Understood alone = Pipeline.understand(List.of(file), List.of(), Settings.DEFAULT);
      List<Finding> findings = Pipeline.judge(alone).kept();
      Row row = rows.stream().filter(it -> it.path().equals(file.path())).findFirst().orElseThrow();
      assertThat(findings).allSatisfy(it -> isPlaced(it, List.of(file)));
      assertThat(silent(file, alone, findings)).as("skipped in silence").isEmpty();
      if (row.isYaml()) {
        assertThat(alone.documents().stream().filter(it -> it.root().get("kind").isPresent()))
            .as("objects of %s", row.path())
            .hasSize(row.objects());
      }
      documents += alone.documents().size();
    }
    together(corpus, files, documents);
  }

  /// One bad file hides nothing of the others, and their order does not show.
  private static void together(String corpus, List<SourceFile> files, int documents) {
    Understood all = Pipeline.understand(files, List.of(), Settings.DEFAULT);
    Understood reversed = Pipeline.understand(files.reversed(), List.of(), Settings.DEFAULT);
    List<Finding> findings = Pipeline.judge(all).kept();
    assertThat(all.documents()).hasSize(documents);
    assertThat(findings).allSatisfy(it -> isPlaced(it, files));
    assertThat(reversed.mesh()).isEqualTo(all.mesh());
    assertThat(Pipeline.judge(reversed).kept()).isEqualTo(findings);
    System.out.printf(
        "corpus %s: %d files, %d documents, %d objects, %d findings%n",
        corpus, files.size(), documents, all.resources().all().size(), findings.size());
  }

  @ParameterizedTest
  @MethodSource("broken")
  void saysWhereAFileIsBroken(Broken broken) throws IOException {
    Path file = corpora().resolve(broken.path());
    var source = new SourceFile(broken.path(), Files.readString(file));
    Understood it = Pipeline.understand(List.of(source), List.of(), Settings.DEFAULT);

    assertThat(Pipeline.judge(it).kept())
        .filteredOn(found -> found.rule().equals(broken.rule()))
        .singleElement()
        .satisfies(
            found -> assertThat(found.origin().line()).isBetween(broken.from(), broken.to()));
    assertThat(it.resources().all())
        .filteredOn(resource -> !(resource instanceof HiddenObject))
        .extracting(resource -> resource.meta().id().kind())
        .containsExactlyElementsOf(broken.read());
  }

  /// The table above has every file that the indexes call broken.
  @ParameterizedTest
  @ValueSource(strings = {"gateway-api", "istio", "linkerd", "smi-osm"})
  void knowsEveryBrokenFile(String corpus) throws IOException {
    List<String> noted =
        index(corpora().resolve(corpus)).stream()
            .filter(it -> !it.isYaml())
            .map(it -> corpus + "/" + it.path())
            .toList();
    assertThat(BROKEN.stream().map(Broken::path).filter(it -> it.startsWith(corpus + "/")))
        .containsExactlyInAnyOrderElementsOf(noted);
  }

  private static void isPlaced(Finding finding, List<SourceFile> files) {
    Origin origin = finding.origin();
    Optional<SourceFile> file =
        files.stream().filter(it -> it.path().equals(origin.file())).findFirst();
    assertThat(file).as("file of %s", finding).isPresent();
    assertThat(origin.line()).isBetween(1, 1 + (int) file.get().text().lines().count());
    assertThat(finding.message()).isNotEmpty().doesNotContain("\n");
  }

  /// The documents of a file that are neither understood nor kept as no business of meshc, and of which no finding speaks.
  private static List<String> silent(SourceFile file, Understood alone, List<Finding> findings) {
    var silent = new ArrayList<String>();
    for (Part part : Part.of(file)) {
      boolean reported = findings.stream().anyMatch(it -> part.holds(it.origin().line()));
      boolean understood =
          alone.resources().all().stream()
              .filter(it -> part.holds(it.meta().origin().line()))
              .anyMatch(it -> !isUnread(it));
      if (!reported && !understood) {
        silent.add(file.path() + ":" + part.from() + "-" + part.to());
      }
    }
    for (Document document : alone.documents()) {
      int line = document.root().span().startLine();
      if (Part.of(file).stream().noneMatch(it -> it.holds(line))) {
        silent.add(file.path() + ":" + line + " is outside of every part");
      }
    }
    return silent;
  }

  private static boolean isUnread(Resource resource) {
    return resource instanceof OtherObject && MESH.matcher(resource.meta().id().group()).matches();
  }

  /// What stands between two `---` lines, found by the lines alone, without any reader of YAML.
  private record Part(int from, int to) {
    static List<Part> of(SourceFile file) {
      List<String> lines = file.text().lines().toList();
      var parts = new ArrayList<Part>();
      int start = 0;
      for (int i = 0; i <= lines.size(); i++) {
        if (i == lines.size() || lines.get(i).matches("---(\\s.*)?")) {
          if (lines.subList(start, i).stream().anyMatch(Part::isContent)) {
            parts.add(new Part(start + 1, i));
          }
          start = i + 1;
        }
      }
      return parts;
    }

    private static boolean isContent(String line) {
      return !line.isBlank() && !line.stripLeading().startsWith("#") && !line.startsWith("%");
    }

    boolean holds(int line) {
      return line >= from && line <= to;
    }
  }

  private static List<Row> index(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("INDEX.tsv")).stream()
        .skip(1)
        .map(it -> it.split("\t", -1))
        .map(it -> new Row(it[0], Integer.parseInt(it[1]), it[4]))
        .toList();
  }

  private static List<SourceFile> files(Path folder) throws IOException {
    var files = new ArrayList<SourceFile>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.filter(it -> it.toString().matches(".*\\.ya?ml")).sorted().toList()) {
        files.add(new SourceFile(folder.relativize(path).toString(), Files.readString(path)));
      }
    }
    return files;
  }

  private static Path corpora() {
    Path folder = Shared.folder().resolve("corpora");
    boolean required = System.getenv().getOrDefault("MESHC_REQUIRE_SHARED", "").equals("1");
    boolean there = Files.isDirectory(folder);
    if (required) {
      assertThat(there).as("MESHC_REQUIRE_SHARED=1, and there is no %s", folder).isTrue();
    }
    assumeTrue(there, () -> "skipped: there is no " + folder);
    return folder;
  }
}
