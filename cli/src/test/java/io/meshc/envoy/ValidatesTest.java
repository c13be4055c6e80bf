package io.meshc.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Shared;
import io.meshc.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every bootstrap that was approved is one that a real Envoy takes, without a deprecated field in it.
class ValidatesTest {
  @TempDir private static Path folder;
  private static Envoy envoy;

  @BeforeAll
  static void certify() {
    envoy = Envoy.in(folder);
  }

  static Stream<Arguments> bootstraps() {
    try (Stream<Path> cases = Files.list(Shared.repository().resolve("golden"))) {
      return cases.sorted().toList().stream()
          .filter(it -> Files.exists(it.resolve("envoy.approved.yaml")))
          .flatMap(ValidatesTest::bootstraps);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Arguments> bootstraps(Path golden) {
    return files(golden)
        .filter(it -> it.path().endsWith("/bootstrap.yaml"))
        .map(it -> arguments(golden.getFileName() + "/" + it.path(), it.text()));
  }

  /// The files of an approved output.
  static Stream<SourceFile> files(Path golden) {
    String text = Cli.read(golden.resolve("envoy.approved.yaml"));
    return Stream.of(text.split("(?m)^--- # "))
        .skip(1)
        .map(it -> new SourceFile(it.lines().findFirst().orElse(""), body(it)));
  }

  private static String body(String text) {
    return text.substring(text.indexOf('\n') + 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bootstraps")
  void envoyTakesIt(String name, String bootstrap) {
    assertThat(envoy.faults(bootstrap)).as(name).isEmpty();
  }

  static List<String> wrong() {
    return List.of(
        "nonsense: 1", "static_resources: {clusters: [{name: a, type: STATIC, hosts: []}]}");
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void envoyRefusesWhatIsWrong(String bootstrap) {
    assertThat(envoy.faults(bootstrap)).isNotEmpty();
  }
}
