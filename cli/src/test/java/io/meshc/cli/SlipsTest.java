package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Slips of the hand that would do something else than what was meant, in silence: above all, overwrite what somebody wrote.
class SlipsTest {
  @TempDir private Path here;

  @BeforeEach
  void files() {
    Cli.write(
        here.resolve("good/namespace.yaml"),
        "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slips")
  void isToldInTwoLines(String message, String help, List<String> args) {
    String before = Cli.read(here.resolve("good/namespace.yaml"));

    Ran ran = Cli.run(here, "", args);

    assertThat(ran.err()).isEqualTo("meshc: " + message + "\nhelp: " + help + "\n");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(Cli.read(here.resolve("good/namespace.yaml"))).isEqualTo(before);
  }

  private static Arguments slip(String message, String help, String... args) {
    return Arguments.of(message, help, List.of(args));
  }

  static Stream<Arguments> slips() {
    String configuration = "good/namespace.yaml";
    return Stream.of(
        slip("`--rev` names no revision", "such as `--rev HEAD`", "lint", "--rev", ""),
        slip("`gone` is no directory", "`--repo` takes a repository", "lint", "--repo", "gone"),
        slip(
            "`No Name` is no name of a namespace",
            "`--default-namespace` takes lower-case letters, digits and `-`",
            "lint",
            "--default-namespace",
            "No Name",
            "good"),
        slip(
            "`good/namespace.yaml` is there, and is no report of meshc",
            "`--output` would overwrite it; name a file that is not there yet",
            "lint",
            "--output",
            "json=" + configuration,
            "good"),
        slip(
            "`good/namespace.yaml` is there, and is no baseline of meshc",
            "`--write-baseline` would overwrite it; name a file that is not there yet",
            "lint",
            "--write-baseline",
            configuration),
        slip(
            "`good/namespace.yaml` is there, and is no report of meshc",
            "`--report` would overwrite it; name a file that is not there yet",
            "translate",
            "good",
            "--to",
            "istio",
            "--plan",
            "--report",
            configuration));
  }

  @Test
  void aReportTakesThePlaceOfAReport() {
    for (String format : List.of("json", "sarif", "markdown")) {
      List<String> lint =
          List.of("lint", "good", "--output", format + "=r.json", "--format", "github");
      if (!format.equals("markdown")) {
        assertThat(Cli.run(here, "", lint).err()).isEmpty();
        assertThat(Cli.run(here, "", lint).status()).isZero();
      } else {
        assertThat(Cli.run(here, "", lint).status()).as("over SARIF").isZero();
        assertThat(Cli.run(here, "", lint).status()).as("over something else").isEqualTo(2);
      }
    }
  }

  @Test
  void aConfigFileThatIsNoneStopsTheRun() throws IOException {
    Path folder = Files.createDirectories(here.resolve("good/.meshc.yaml"));
    Ran ran = Cli.run(folder.getParent(), "", List.of("lint", "namespace.yaml"));
    assertThat(ran.status()).as(ran.out()).isEqualTo(2);
    assertThat(ran.err()).startsWith("meshc: `.meshc.yaml` is no file that can be read\n");
  }
}
