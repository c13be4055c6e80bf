package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.options.Exit;
import io.meshc.conformance.Cli;
import io.meshc.conformance.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `meshc envoy`, with a real one.
final class EnvoyTest {
  @TempDir private Path directory;

  @Test
  void everyClassOfTheExampleIsAsDecided() {
    Cli.Ran ran = envoy("simulate", "examples/bookstore");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("every Envoy does as decided");
    assertThat(ran.out().lines().filter(it -> it.startsWith("bookthief/bookthief")))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).contains("refused"));
    assertThat(ran.out().lines().filter(it -> it.contains("bookstore/bookstore-v2 5")))
        .as("half of what bookbuyer asks goes to each version")
        .isNotEmpty();
    assertThat(ran.status()).isEqualTo(Exit.OK);
  }

  /// As many as pass in the program that the scenarios were written for, with the same configurations.
  @ParameterizedTest
  @CsvSource({
    "bookstore, 46, --harden --osm-permissive=false",
    "resilience, 56, --skip ^(token|failover|mirror|xds|http2|rewrite:.path)"
  })
  void aScenarioIsRunOnWhatIsWritten(String name, int passed, String options) {
    Path example = Shared.folder().resolve("envoy-harness/examples").resolve(name);
    var arguments = new ArrayList<>(List.of("simulate", example.resolve("manifests").toString()));
    arguments.addAll(List.of(options.split(" ")));
    arguments.add("--placement=" + example.resolve("placement.yaml"));
    arguments.add("--scenario=" + example.resolve("scenario.json"));

    Cli.Ran ran = envoy(arguments.toArray(String[]::new));

    assertThat(ran.out()).doesNotContain("FAIL").endsWith(passed + " passed, 0 failed\n");
    assertThat(ran.status()).isEqualTo(Exit.OK);
  }

  @Test
  void aScenarioWithAnUnknownKeyIsNotRun() throws IOException {
    Path file = directory.resolve("scenario.json");
    Files.writeString(file, "{\"check\": []}");

    Cli.Ran ran = envoy("simulate", "examples/bookstore", "--scenario", file.toString());

    assertThat(ran.err()).contains(":1:2: field `check` is not known").contains("`checks`");
    assertThat(ran.status()).isEqualTo(Exit.USAGE);
  }

  @Test
  void validateNamesWhatIsWrong() throws IOException {
    Files.writeString(directory.resolve("bootstrap.yaml"), "static_resource: {}\n");

    Cli.Ran ran = envoy("validate", directory.toString());

    assertThat(ran.out())
        .contains("bootstrap.yaml: Envoy refuses it: ")
        .endsWith("1 bootstrap: 0 accepted, 1 refused, 0 with deprecated fields\n");
    assertThat(ran.status()).isEqualTo(Exit.FINDINGS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "simulate"})
  void withoutAnEnvoyItSaysSo(String command) {
    Cli.Ran ran =
        Cli.run(
            Shared.repository(),
            "",
            Map.of("PATH", directory.toString()),
            List.of("envoy", command, "examples/bookstore"));

    assertThat(ran.err()).startsWith("meshc: no Envoy is found on the PATH\nhelp: ");
    assertThat(ran.status()).isEqualTo(Exit.INCOMPLETE);
  }

  private static Cli.Ran envoy(String... arguments) {
    var all = new ArrayList<>(List.of("envoy"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--envoy", Programs.real("envoy").toString()));
    return Cli.run(Shared.repository(), "", all);
  }
}
