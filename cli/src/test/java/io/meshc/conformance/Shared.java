package io.meshc.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where tests find their files: this repository, and the test data beside it that it does not hold.
public final class Shared {
  private Shared() {}

  /// The top of this repository, from whatever module the tests run in.
  public static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("examples/bookstore"))) {
      here = here.getParent();
    }
    return here;
  }

  /// `$MESHC_SHARED`, or the folder `shared` beside the repository. A test that asks for it is skipped where it is not there,
  /// and fails if `MESHC_REQUIRE_SHARED=1`.
  public static Path folder() {
    String said = System.getenv().getOrDefault("MESHC_SHARED", "");
    Path folder = said.isEmpty() ? repository().resolveSibling("shared") : Path.of(said);
    boolean there = Files.isDirectory(folder.resolve("conformance"));
    if (System.getenv().getOrDefault("MESHC_REQUIRE_SHARED", "").equals("1")) {
      assertThat(there).as("MESHC_REQUIRE_SHARED=1, and %s holds no conformance/", folder).isTrue();
    }
    assumeTrue(there, () -> "skipped: " + folder + " holds no conformance/; MESHC_SHARED names it");
    return folder;
  }
}
