package io.meshc.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshc.diag.Problem;
import io.meshc.link.Inline;
import io.meshc.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every file of the SMI and Open Service Mesh projects goes through without an exception: alone, and all at once.
final class CorpusTest {

  @Test
  void takes_whatever_the_projects_have_published() throws IOException {
    List<SourceFile> files = files(folder());
    assertThat(files).isNotEmpty();
    for (SourceFile file : files) {
      Inline inline = Inline.of(List.of(file), Settings.DEFAULT);
      assertThat(inline.problems()).allSatisfy(CorpusTest::isPlaced);
    }
    Inline together = Inline.of(files, Settings.DEFAULT);
    assertThat(Inline.of(files.reversed(), Settings.DEFAULT).mesh()).isEqualTo(together.mesh());
  }

  private static void isPlaced(Problem problem) {
    assertThat(problem.origin().isWritten()).isTrue();
    assertThat(problem.message()).isNotEmpty().doesNotContain("\n");
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

  private static Path folder() {
    String shared = System.getenv().getOrDefault("MESHC_SHARED", "");
    boolean required = !System.getenv().getOrDefault("MESHC_REQUIRE_SHARED", "").isEmpty();
    Path folder = Path.of(shared, "corpora", "smi-osm");
    boolean there = !shared.isEmpty() && Files.isDirectory(folder);
    if (required) {
      assertThat(there)
          .as("MESHC_REQUIRE_SHARED is set, and MESHC_SHARED holds no corpora/smi-osm")
          .isTrue();
    }
    assumeTrue(there, "skipped: MESHC_SHARED holds no corpora/smi-osm");
    return folder;
  }
}
