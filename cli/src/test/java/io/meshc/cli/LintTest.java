package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One broken file in every format, and the options that choose what is said.
class LintTest {
  static final String BROKEN =
      """
      apiVersion: access.smi-spec.io/v1alpha3
      kind: TrafficTarget
      metadata:
        name: shop
        namespace: shop
      spec:
        destination:
          kind: ServiceAccount
          name: shop
          namespace: shop
        rules:
          - kind: HTTPRouteGroup
            name: rutes
        sources:
          - kind: ServiceAccount
            name: buyer
            namespace: elsewhere
      ---
      apiVersion: specs.smi-spec.io/v1alpha4
      kind: HTTPRouteGroup
      metadata:
        name: routes
        namespace: shop
      spec:
        matches:
          - name: all
            pathRegex: ".*"
      """;

  @TempDir private Path here;

  @BeforeEach
  void file() {
    Cli.write(here.resolve("apps/shop.yaml"), BROKEN);
  }

  @Test
  void textShowsThePlaceAndWhatToDo() {
    Ran ran = lint("--select", "MC3002");

    assertThat(ran.out())
        .isEqualTo(
            """
            error[MC3002]: route group `rutes` is not in namespace `shop`
              --> apps/shop.yaml:13:13
               |
            13 |       name: rutes
               |             ^^^^^
               = help: did you mean `routes`?

            1 finding (1 error) in 1 file, 2 documents; 2 references to what is not in the input
            """);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isEqualTo(1);
  }

  @Test
  void quietLeavesTheClosingLineOut() {
    assertThat(lint("--select", "MC3002", "--quiet").out()).endsWith("did you mean `routes`?\n\n");
  }

  @Test
  void coloursAreForTerminals() {
    assertThat(lint("--select", "MC3002").out()).doesNotContain("\u001b[");
    assertThat(lint("--select", "MC3002", "--color", "always").out())
        .contains("\u001b[1;31merror[MC3002]\u001b[0m");
  }

  @Test
  void controlCharactersOfFilesReachNoTerminal() {
    Ran ran =
        Cli.run(
            here,
            "kind: X\nx: \"\u001b[31m\n",
            List.of("lint", "-", "--stdin-filename", "piped.yaml"));

    assertThat(ran.out()).contains("piped.yaml").doesNotContain("\u001b");
  }

  @Test
  void githubGetsCommandsAtTheLines() {
    assertThat(lint("--select", "MC3002", "--format", "github").out())
        .isEqualTo(
            "::error file=apps/shop.yaml,line=13,endLine=13,col=13,endColumn=18,title=MC3002"
                + " unknown-route-group::route group `rutes` is not in namespace `shop`%0Ahelp: did"
                + " you mean `routes`?\n");
  }

  @Test
  void githubGetsTenOfALevelAndIsToldOfTheRest() {
    String many =
        Stream.iterate(0, it -> it + 1)
            .limit(12)
            .map(it -> "a: [" + it + "\n---\n")
            .reduce("", String::concat);
    Cli.write(here.resolve("apps/shop.yaml"), many);

    List<String> lines = lint("--format", "github").out().lines().toList();

    assertThat(lines).hasSize(10);
    assertThat(lines.getLast()).startsWith("::error title=meshc::+3 more");
  }

  @ParameterizedTest(name = "--fail-on {0} --select {1} exits with {2}")
  @CsvSource({
    "error, MC3002, 1",
    "never, MC3002, 0",
    "info, MC5001, 1",
    "warning, MC3002, 1",
    "error, MC5001, 0",
    "warning, MC5001, 1",
  })
  void failsFromTheSeverityThatIsAskedFor(String failOn, String select, int status) {
    assertThat(lint("--fail-on", failOn, "--select", select).status()).isEqualTo(status);
  }

  /// What is left of MC2008 (traffic), MC3002 (reference) and MC5001 (hygiene).
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--select MC3002                          | MC3002",
        "--select mc3002                          | MC3002",
        "--select unknown-route-group             | MC3002",
        "--select reference                       | MC3002",
        "--select reference,hygiene               | MC3002 MC5001",
        "--select reference --select unused-match | MC3002 MC5001",
        "--select *                               | MC2008 MC3002 MC5001",
        "--ignore MC3002                          | MC2008 MC5001",
        "--ignore unknown-route-group             | MC2008 MC5001",
        "--ignore traffic,hygiene                 | MC3002",
        "--ignore *                               | ''",
        "--select reference --ignore MC3002       | ''",
        "--min-severity error                     | MC3002",
        "--min-severity info                      | MC2008 MC3002 MC5001",
      })
  void rulesAreChosenByIdNameCategoryAndSeverity(String options, String rules) {
    Ran ran = lint(options.split(" "));

    assertThat(
            ran.out()
                .lines()
                .filter(it -> it.contains("[MC"))
                .map(it -> it.replaceAll(".*\\[|].*", "")))
        .containsExactly(rules.isEmpty() ? new String[0] : rules.split(" "));
  }

  @Test
  void whatIsNotInTheInputMayExistUnlessItIsSaidNotTo() {
    Cli.write(
        here.resolve("apps/shop.yaml"),
        "apiVersion: split.smi-spec.io/v1alpha2\n"
            + "kind: TrafficSplit\n"
            + "metadata: {name: s, namespace: shop}\n"
            + "spec:\n"
            + "  service: web\n"
            + "  backends:\n"
            + "  - {service: web-v1, weight: 1}\n");

    assertThat(lint("--assume", "open", "--select", "MC3001").out())
        .startsWith(
            "info[MC3001]: root service `web` is in namespace `shop`, which the repo does not")
        .contains("2 references to what is not in the input");
    assertThat(lint("--assume", "closed", "--select", "MC3001").out())
        .startsWith("error[MC3001]: root service `web` is not in namespace `shop`\n")
        .doesNotContain("references to what");
  }

  @Test
  void statisticsCountTheFindingsOfEachRule() {
    assertThat(lint("--statistics", "--format", "json").err())
        .isEqualTo(
            """
                 1 MC2008 rule-without-matches
                 1 MC3002 unknown-route-group
                 1 MC5001 unused-match
            """);
  }

  @Test
  void severalFormatsComeOutOfOneRun() {
    Ran ran =
        lint(
            "--format",
            "github",
            "--output",
            "json=a.json",
            "--output",
            "sarif=b.sarif",
            "--output",
            "text=c.txt");

    assertThat(ran.out()).startsWith("::error ");
    assertThat(Cli.read(here.resolve("a.json"))).startsWith("{\n  \"version\": 1,");
    assertThat(Cli.read(here.resolve("b.sarif"))).startsWith("{\"$schema\"");
    assertThat(Cli.read(here.resolve("c.txt"))).contains("\nerror[MC3002]: ");
  }

  @Test
  void isolatedPathsAreEnvironmentsByTheirNames() {
    Cli.write(here.resolve("other/shop.yaml"), BROKEN);

    Ran together = Cli.run(here, "", List.of("lint", "apps", "other", "--format", "json"));
    Ran isolated =
        Cli.run(here, "", List.of("lint", "--isolated", "apps", "./other", "--format", "json"));

    assertThat(together.out()).contains("repeated-object").contains("\"environment\": \"default\"");
    assertThat(isolated.out())
        .doesNotContain("repeated-object")
        .contains("\"environment\": \"apps\"", "\"environment\": \"./other\"");
  }

  @Test
  void standardInputHasTheNameThatItIsGiven() {
    Ran ran =
        Cli.run(
            here,
            BROKEN,
            List.of("lint", "-", "--stdin-filename", "piped.yaml", "--format", "github"));

    assertThat(ran.out()).contains("file=piped.yaml,line=13");
  }

  @Test
  void aKeyThatStandsTwiceIsShownAtBothPlaces() {
    Cli.write(here.resolve("apps/twice.yaml"), "apiVersion: v1\nkind: Service\nkind: Pod\n");
    assertThat(lint("--select", "MC0008").out())
        .contains("--> apps/twice.yaml:3:1")
        .contains("because: it stands here first (apps/twice.yaml:2:1)");
    assertThat(lint("--select", "MC0008", "--format", "json").out().lines().map(String::strip))
        .containsSubsequence("\"line\": 3,", "\"related\": [", "\"line\": 2,");
  }

  @Test
  void aFindingKeepsItsFingerprintWhenItsLinesMove() {
    String before = fingerprint();
    Cli.write(here.resolve("apps/shop.yaml"), "# one line more\n" + BROKEN);
    assertThat(fingerprint()).isEqualTo(before);
  }

  private String fingerprint() {
    return lint("--select", "MC3002", "--format", "json")
        .out()
        .lines()
        .filter(it -> it.contains("fingerprint"))
        .findFirst()
        .orElseThrow();
  }

  private Ran lint(String... options) {
    return Cli.run(here, "", Stream.concat(Stream.of("lint", "apps"), Stream.of(options)).toList());
  }
}
