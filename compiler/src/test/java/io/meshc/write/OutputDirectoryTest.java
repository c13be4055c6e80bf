package io.meshc.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.write.OutputDirectory.Drift;
import io.meshc.write.OutputDirectory.Refused;
import io.meshc.write.OutputDirectory.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing is overwritten or removed that meshc did not write.
class OutputDirectoryTest {
  private static final Map<String, String> FILES =
      Map.of("a.yaml", "a: 1\n", "sub/b.yaml", "b: 1\n");

  @TempDir private Path temp;

  @Test
  void writes_a_new_directory_with_its_manifest() throws IOException {
    assertThat(write(FILES, false))
        .isEqualTo(new Written(List.of("a.yaml", "sub/b.yaml"), List.of()));
    assertThat(present()).containsExactly(".meshc-manifest", "a.yaml", "sub/b.yaml");
    assertThat(read(".meshc-manifest")).matches("[0-9a-f]{64}  a.yaml\n[0-9a-f]{64}  sub/b.yaml\n");
    assertThat(beside()).containsExactly("out");
  }

  @Test
  void removes_what_it_wrote_before_and_leaves_the_rest_alone() throws IOException {
    write(FILES, false);
    assertThat(write(Map.of("a.yaml", "a: 2\n"), false))
        .isEqualTo(new Written(List.of("a.yaml"), List.of("sub/b.yaml")));
    assertThat(present()).containsExactly(".meshc-manifest", "a.yaml");
    assertThat(write(Map.of("a.yaml", "a: 2\n"), false))
        .isEqualTo(new Written(List.of(), List.of()));
  }

  @Test
  void refuses_files_of_others() throws IOException {
    put("mine.txt", "x");
    assertThat(write(FILES, false)).isInstanceOf(Refused.class);
    assertThat(present()).containsExactly("mine.txt");
    assertThat(write(FILES, true)).isInstanceOf(Written.class);
    assertThat(read("mine.txt")).isEqualTo("x");
  }

  @Test
  void refuses_files_that_were_changed_since() throws IOException {
    write(FILES, false);
    put("sub/b.yaml", "b: mine\n");
    assertThat(write(Map.of("a.yaml", "a: 2\n"), false)).isInstanceOf(Refused.class);
    assertThat(read("a.yaml")).isEqualTo("a: 1\n");
    assertThat(write(Map.of("a.yaml", "a: 2\n"), true))
        .isEqualTo(new Written(List.of("a.yaml"), List.of()));
    assertThat(read("sub/b.yaml")).isEqualTo("b: mine\n");
  }

  @Test
  void can_be_run_again_after_an_interruption() throws IOException {
    put("a.yaml", "a: 1\n");
    assertThat(write(FILES, false)).isEqualTo(new Written(List.of("sub/b.yaml"), List.of()));
  }

  @Test
  void lets_a_folder_take_the_place_of_a_file() throws IOException {
    write(Map.of("a", "1\n"), false);
    assertThat(write(Map.of("a/b", "1\n"), false))
        .isEqualTo(new Written(List.of("a/b"), List.of("a")));
  }

  @Test
  void refuses_to_leave_the_directory() throws IOException {
    assertThat(write(Map.of("../b.yaml", ""), true)).isInstanceOf(Refused.class);
    Files.createDirectories(out());
    Files.createDirectories(temp.resolve("elsewhere"));
    Files.createSymbolicLink(out().resolve("sub"), temp.resolve("elsewhere"));
    assertThat(write(FILES, true)).isInstanceOf(Refused.class);
    assertThat(temp.resolve("elsewhere")).isEmptyDirectory();
  }

  @Test
  void never_removes_by_a_manifest_what_is_outside() throws IOException {
    Files.writeString(temp.resolve("secret"), "a: 1\n");
    put(
        ".meshc-manifest",
        Manifest.digest("a: 1\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            + "  ../secret\n");
    write(FILES, false);
    assertThat(temp.resolve("secret")).exists();
  }

  @Test
  void refuses_a_file() throws IOException {
    Files.writeString(out(), "x");
    assertThat(write(FILES, true)).isInstanceOf(Refused.class);
  }

  @Test
  void tells_drift() throws IOException {
    write(Map.of("a.yaml", "a: 1\n", "sub/b.yaml", "b: 1\n", "old.yaml", ""), false);
    assertThat(
            OutputDirectory.check(
                out(),
                new TreeMap<>(Map.of("a.yaml", "a: 2\n", "sub/b.yaml", "b: 1\n", "new.yaml", ""))))
        .containsExactly(
            new Drift("a.yaml", Drift.Kind.DIFFERENT),
            new Drift("new.yaml", Drift.Kind.MISSING),
            new Drift("old.yaml", Drift.Kind.STALE));
  }

  private OutputDirectory.Result write(Map<String, String> files, boolean force)
      throws IOException {
    return OutputDirectory.write(out(), new TreeMap<>(files), force);
  }

  private Path out() {
    return temp.resolve("out");
  }

  private void put(String path, String text) throws IOException {
    Path file = out().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String read(String path) throws IOException {
    return Files.readString(out().resolve(path));
  }

  private List<String> present() throws IOException {
    try (Stream<Path> all = Files.walk(out())) {
      return all.filter(Files::isRegularFile)
          .map(it -> out().relativize(it).toString())
          .sorted()
          .toList();
    }
  }

  private List<String> beside() throws IOException {
    try (Stream<Path> all = Files.list(temp)) {
      return all.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }
}
