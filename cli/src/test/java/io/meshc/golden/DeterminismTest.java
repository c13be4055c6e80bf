package io.meshc.golden;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.cli.Understood;
import io.meshc.conformance.Meshes;
import io.meshc.lower.Backends;
import io.meshc.lower.Lowered;
import io.meshc.lower.Options;
import io.meshc.lower.Output;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.ParseYaml;
import io.meshc.yaml.emit.Emit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same bytes in whatever order the input comes.
class DeterminismTest {
  private static final int ORDERS = 20;

  /// Each input once.
  static Stream<GoldenCase> cases() {
    return GoldenCase.all().filter(it -> !it.toString().equals("bookstore-refused"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theOrderOfFilesNeverShows(GoldenCase golden) {
    String expected = everything(golden.files());
    for (int seed = 0; seed < ORDERS; seed++) {
      assertThat(everything(shuffled(golden.files(), seed)))
          .as("seed %d", seed)
          .isEqualTo(expected);
    }
  }

  /// Places differ, as the lines do; what is written does not.
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theOrderOfDocumentsNeverShowsInWhatIsWritten(GoldenCase golden) {
    String expected = created(golden.files());
    for (int seed = 0; seed < ORDERS; seed++) {
      assertThat(created(List.of(together(golden.files(), seed))))
          .as("seed %d", seed)
          .isEqualTo(expected);
    }
  }

  /// The findings, the mesh, the losses, the edits and what is written, each with its places.
  private static String everything(List<SourceFile> files) {
    Understood mesh = Meshes.of(files);
    Lowered<Output> lowered = lowered(mesh);
    return Stream.of(
            Pipeline.judge(mesh).kept(),
            List.of(mesh.mesh()),
            lowered.losses(),
            lowered.value().edits(),
            lowered.value().created(),
            lowered.value().replaced().stream().sorted().toList())
        .flatMap(List::stream)
        .map(Object::toString)
        .collect(joining("\n"));
  }

  private static String created(List<SourceFile> files) {
    return lowered(Meshes.of(files)).value().created().stream()
        .map(it -> "---\n" + Emit.yaml(it.node()))
        .collect(joining());
  }

  private static Lowered<Output> lowered(Understood mesh) {
    var options = new Options(true, "istio-system");
    return Backends.named("istio").orElseThrow().lower(mesh.mesh(), mesh.resources(), options);
  }

  private static <T> List<T> shuffled(List<T> all, int seed) {
    var some = new ArrayList<>(all);
    Collections.shuffle(some, new Random(seed));
    return some;
  }

  /// All documents in one file.
  private static SourceFile together(List<SourceFile> files, int seed) {
    List<String> texts =
        files.stream()
            .flatMap(it -> ParseYaml.parse(it).value().stream())
            .map(DeterminismTest::text)
            .toList();
    return new SourceFile(
        "all.yaml", shuffled(texts, seed).stream().map(it -> "---\n" + it).collect(joining()));
  }

  private static String text(Document document) {
    return document.file().text().substring(document.startOffset(), document.endOffset()).strip()
        + "\n";
  }
}
