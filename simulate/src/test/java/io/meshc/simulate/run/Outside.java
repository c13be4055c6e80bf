package io.meshc.simulate.run;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// What tests need that is not of this repository.
final class Outside {
  private Outside() {}

  /// The Envoy of `tools/real`. A test that asks for it is skipped where there is none, unless one is required.
  static Path envoy() {
    return there("MESHC_REAL_BIN", "MESHC_REQUIRE_REAL", "envoy");
  }

  /// A file or folder of the kit of conformance data.
  static Path shared(String name) {
    return there("MESHC_SHARED", "MESHC_REQUIRE_SHARED", name);
  }

  private static Path there(String folder, String required, String name) {
    Path path = Path.of(System.getenv().getOrDefault(folder, "/nonexistent"), name);
    assumeTrue(
        Files.exists(path) || "1".equals(System.getenv(required)), "`" + path + "` is not there");
    return path;
  }
}
