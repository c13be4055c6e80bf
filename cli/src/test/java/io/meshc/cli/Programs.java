package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Other programs, for tests of what stands around meshc.
public final class Programs {
  private Programs() {}

  /// A program of `tools/real`, in the folder that `MESHC_REAL_BIN` names. A test that asks for it is skipped where it is not
  /// there, and fails if `MESHC_REQUIRE_REAL=1`.
  public static Path real(String name) {
    Path program = Path.of(System.getenv().getOrDefault("MESHC_REAL_BIN", "/nonexistent"), name);
    boolean there = Files.isExecutable(program);
    if (System.getenv().getOrDefault("MESHC_REQUIRE_REAL", "").equals("1")) {
      assertThat(there).as("MESHC_REQUIRE_REAL=1, and there is no %s", program).isTrue();
    }
    assumeTrue(there, () -> "skipped: there is no " + program + "; `tools/real` installs it");
    return program;
  }

  /// The output comes through files, so that neither stream can fill up while the other is read.
  public static Ran run(Path cwd, Map<String, String> env, List<String> command) {
    Path out = file(".out");
    Path err = file(".err");
    try {
      var builder = new ProcessBuilder(command).directory(cwd.toFile());
      builder
          .redirectOutput(out.toFile())
          .redirectError(err.toFile())
          .redirectInput(new File("/dev/null"));
      builder.environment().putAll(env);
      Process process = builder.start();
      boolean ended = process.waitFor(120, TimeUnit.SECONDS);
      assertThat(ended).as("%s ends", command).isTrue();
      return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      assertThat(out.toFile().delete() & err.toFile().delete()).isTrue();
    }
  }

  private static Path file(String suffix) {
    try {
      return Files.createTempFile("meshc-test", suffix);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// A launcher of the classes under test, in the place of `./meshc`, which would build a jar first.
  static void launcher(Path file) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String script =
        """
        #!/bin/sh
        exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' io.meshc.cli.Main "$@"
        """
            .formatted(java, System.getProperty("java.class.path"));
    Cli.write(file, script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
