package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `environments` and `meshes` of `.meshc.yaml`, as the commands take them: what is in `base` is in `east` and in `west`, and each
/// holds the same Namespace once more.
class EnvironmentsTest {
  private static final String CONFIG =
      """
      environments:
        east: {paths: [base, clusters/east]}
        west: {paths: [base, clusters/west]}
        alone: {paths: [clusters/alone]}
      meshes:
        shop:
          clusters: [{environment: east}, {environment: west}]
      """;

  private static final String NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: %s}\n";

  @TempDir private Path here;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(here.resolve(".git"));
    Cli.write(here.resolve(".meshc.yaml"), CONFIG);
    Cli.write(here.resolve("base/shop.yaml"), LintTest.BROKEN);
    for (String it : List.of("east", "west", "alone")) {
      Cli.write(here.resolve("clusters/" + it + "/n.yaml"), NAMESPACE.formatted("there"));
    }
  }

  private Ran run(String... args) {
    return Cli.run(here, "", List.of(args));
  }

  @Test
  void whatTheSameLineCausesInSeveralIsToldOnceWithTheirNames() {
    Ran ran = run("lint", "--select", "MC3002");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).containsOnlyOnce("error[MC3002]").contains("note: in east, west");
    assertThat(ran.out()).doesNotContain("already in");
  }

  @Test
  void oneIsLookedAtAlone() {
    assertThat(run("lint", "--environment", "alone").status()).isZero();
    assertThat(run("lint", "--environment", "west", "--select", "MC3002").out())
        .contains("error[MC3002]")
        .doesNotContain("note: in", "east");
  }

  @Test
  void aPathGoesBeforeAllOfThem() {
    assertThat(run("lint", ".").out()).contains("already in");
    assertThat(run("lint", "clusters/east").status()).isZero();
  }

  @Test
  void pathsStartAtTheFileWhereverTheUserStands() {
    Ran ran = Cli.run(here.resolve("clusters"), "", List.of("lint", "--select", "MC3002"));

    assertThat(ran.out()).contains("../base/shop.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lint --environment wset | `wset` is none of the `environments` of the config file",
        "lint --environment west base | `--environment` and PATH exclude each other",
        "model | the config file has several environments",
        "translate --to istio --plan | the config file has several environments",
        "query --from sa:a/b --to c.d:80 | the config file has several environments",
      })
  void aCommandThatCannotTellWhichIsMeantSaysSo(String args, String message) {
    Ran ran = run(args.split(" "));

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("meshc: " + message).contains("help: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "query --from outside --to c.there:80"})
  void oneIsEnoughForThem(String args) {
    assertThat(run((args + " --environment alone").split(" ")).status()).isZero();
  }

  @Test
  void eachRequestMaySayWhereItsClientStands() {
    String requests =
        """
        {"id": "1", "environment": "east", "from": null, "to": "c.there:80"}
        {"id": "2", "from": null, "to": "c.there:80"}
        """;
    List<String> asks = List.of("query", "--environment", "west", "--requests", "-");
    assertThat(Cli.run(here, requests, asks).status()).isZero();

    Ran other = Cli.run(here, requests.replace("\"east\"", "\"alone\""), asks);
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err())
        .isEqualTo(
            "meshc: `alone` is not an environment that is read\nhelp: there is `east`, `west`\n");
  }
}
