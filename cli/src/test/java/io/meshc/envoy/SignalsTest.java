package io.meshc.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Programs;
import io.meshc.conformance.Shared;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// However meshc is ended while its Envoys run, none of them is left.
final class SignalsTest {
  private static final int ENVOYS = 6;

  @TempDir private Path temporary;

  @ParameterizedTest
  @CsvSource({"INT, 130, true", "TERM, 143, true", "KILL, 137, false"})
  void noProcessIsLeft(String signal, int status, boolean clears)
      throws IOException, InterruptedException {
    Process meshc = simulate();
    try {
      List<ProcessHandle> processes = running(meshc);

      assertThat(new ProcessBuilder("kill", "-" + signal, "" + meshc.pid()).start().waitFor())
          .isZero();

      assertThat(meshc.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(meshc.exitValue()).isEqualTo(status);
      for (ProcessHandle it : processes) {
        assertThat(it.onExit()).as("%s", it.info()).succeedsWithin(Duration.ofSeconds(20));
      }
    } finally {
      meshc.destroyForcibly();
    }
    if (clears) {
      try (Stream<Path> left = Files.list(temporary)) {
        assertThat(left.filter(it -> it.getFileName().toString().startsWith("meshc"))).isEmpty();
      }
    }
  }

  private Process simulate() throws IOException {
    // Whoever runs the tests in the background has the interrupt ignored, and a JVM leaves it so.
    return new ProcessBuilder(
            "env",
            "--default-signal=INT",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            "io.meshc.cli.Main",
            "envoy",
            "simulate",
            "examples/bookstore",
            "--each=100",
            "--envoy=" + Programs.real("envoy"))
        .directory(Shared.repository().toFile())
        .redirectErrorStream(true)
        .redirectOutput(new File("/dev/null"))
        .start();
  }

  /// All that it has started, once every Envoy is there and not only looks at its configuration.
  private static List<ProcessHandle> running(Process meshc) throws InterruptedException {
    for (int i = 0; i < 600 && meshc.isAlive(); i++) {
      List<ProcessHandle> all = meshc.descendants().toList();
      long envoys = all.stream().filter(SignalsTest::isEnvoy).count();
      if (envoys >= ENVOYS) {
        return all;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("there never were " + ENVOYS + " Envoys");
  }

  private static boolean isEnvoy(ProcessHandle process) {
    return process.info().command().filter(it -> it.contains("envoy")).isPresent();
  }
}
