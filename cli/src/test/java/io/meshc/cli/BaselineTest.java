package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import io.meshc.conformance.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `--baseline` and `--write-baseline`: what is known is not told again, and what came since is.
class BaselineTest {
  private static final String FILE = ".meshc-baseline.json";

  @TempDir private Path here;

  /// An error and two warnings in `apps`, and a file that is no YAML.
  @BeforeEach
  void files() {
    Cli.write(here.resolve("apps/shop.yaml"), LintTest.BROKEN);
    Cli.write(here.resolve("bad.yaml"), "a: [\n");
  }

  @Test
  void whatIsWrittenIsNotToldAgain() {
    Ran written = lint("--write-baseline", FILE);
    assertThat(written.err()).isEqualTo("meshc: wrote 4 findings to `.meshc-baseline.json`\n");
    assertThat(written.out()).startsWith("no findings in 2 files").contains("; 4 in the baseline");
    assertThat(written.status()).isZero();

    Ran again = lint("--baseline", FILE);
    assertThat(again.out()).isEqualTo(written.out());
    assertThat(again.err()).isEmpty();
    assertThat(again.status()).isZero();
    assertThat(lint("--baseline", FILE, "--format", "json").out()).contains("\"baseline\": 4,");
  }

  @Test
  void theFileIsSortedAndHasNoLines() {
    lint("--write-baseline", FILE, "--select", "MC3002,MC0001");

    assertThat(Cli.read(here.resolve(FILE)))
        .isEqualTo(
            """
            {
              "version": 1,
              "findings": [
                {
                  "fingerprint": "FIRST",
                  "rule": "MC3002",
                  "file": "apps/shop.yaml",
                  "resource": "TrafficTarget shop/shop",
                  "path": "spec.rules[0].name",
                  "message": "route group `rutes` is not in namespace `shop`",
                  "count": 1
                },
                {
                  "fingerprint": "SECOND",
                  "rule": "MC0001",
                  "file": "bad.yaml",
                  "resource": "",
                  "path": "",
                  "message": "MESSAGE",
                  "count": 1
                }
              ]
            }
            """
                .replace("FIRST", fingerprint(0))
                .replace("SECOND", fingerprint(1))
                .replace("MESSAGE", message()));
    assertThat(schema().validate(Cli.read(here.resolve(FILE)), InputFormat.JSON)).isEmpty();
  }

  @Test
  void linesAndFilesMayMove() throws IOException {
    lint("--write-baseline", FILE);
    String before = Cli.read(here.resolve(FILE));
    Cli.write(here.resolve("apps/shop.yaml"), "# one line more\n" + LintTest.BROKEN);
    Cli.write(here.resolve("bad.yaml"), "\n\na: [\n");
    assertThat(lint("--baseline", FILE).out()).startsWith("no findings");
    lint("--write-baseline", FILE);
    assertThat(Cli.read(here.resolve(FILE))).isEqualTo(before);

    Files.move(here.resolve("apps/shop.yaml"), here.resolve("moved.yaml"));
    Ran moved = lint("--baseline", FILE);
    assertThat(moved.out()).startsWith("no findings").contains("; 4 in the baseline");
    assertThat(moved.err()).isEmpty();
  }

  @Test
  void oneMoreOfTheSameIsTold() {
    Cli.write(here.resolve("bad.yaml"), "a: [\n---\nb: [\n");
    lint("--write-baseline", FILE);
    assertThat(Cli.read(here.resolve(FILE))).contains("\"count\": 2");
    Cli.write(here.resolve("bad.yaml"), "a: [\n---\nb: [\n---\nc: [\n");

    Ran ran = lint("--baseline", FILE);

    assertThat(ran.out())
        .startsWith("error[MC0001]")
        .contains("--> bad.yaml:5", "1 finding (1 error)");
    assertThat(ran.out()).contains("; 5 in the baseline");
    assertThat(ran.status()).isEqualTo(1);
  }

  @Test
  void whatHasGoneIsSaidByRunsThatWouldHaveFoundIt() {
    lint("--write-baseline", FILE);
    Cli.write(here.resolve("apps/shop.yaml"), LintTest.BROKEN.replace("rutes", "routes"));

    assertThat(lint("--baseline", FILE).err())
        .isEqualTo(
            "meshc: 2 findings of `.meshc-baseline.json` no longer occur: MC5001 in apps/shop.yaml,"
                + " MC3002 in apps/shop.yaml\n"
                + "help: `--write-baseline .meshc-baseline.json` writes it anew\n");
    assertThat(lint("--baseline", FILE, "--select", "MC3002", "apps").err())
        .startsWith("meshc: 1 finding of `.meshc-baseline.json` no longer occurs: MC3002 in apps");
    assertThat(lint("--baseline", FILE, "--min-severity", "error").err()).contains("2 findings of");
    assertThat(lint("--baseline", FILE, "--select", "MC0001").err()).isEmpty();
    assertThat(lint("--baseline", FILE, "bad.yaml").err()).isEmpty();
    assertThat(lint("--baseline", FILE, "--quiet").err()).isEmpty();
  }

  @Test
  void itDoesNotMatterWhereTheUserStands() {
    Cli.write(here.resolve(".meshc.yaml"), "paths: [.]\nbaseline: .meshc-baseline.json\n");
    lint("--write-baseline", FILE);

    Ran below = Cli.run(here.resolve("apps"), "", List.of("lint"));

    assertThat(below.out()).startsWith("no findings in 2 files").contains("; 4 in the baseline");
    assertThat(below.err()).isEmpty();
  }

  @Test
  void aBaselineOfAnyNameIsNoInput() {
    lint("--write-baseline", "known.json");
    Ran ran = lint("--baseline", "known.json");

    assertThat(ran.out()).startsWith("no findings in 2 files");
  }

  @Test
  void aResultThatIsIncompleteIsNotWritten() throws IOException {
    Files.createSymbolicLink(here.resolve("gone.yaml"), Path.of("nowhere.yaml"));

    Ran ran = lint("--write-baseline", FILE);

    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.out()).contains("error[MC0011]", "error[MC3002]");
    assertThat(here.resolve(FILE)).doesNotExist();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '%',
      value = {
        "[] # 1:1: it holds no baseline",
        "{} # 1:1: field `version` is missing",
        "{\"version\": 2, \"findings\": []} # 1:13: version 2 is not one that is known",
        "{\"version\": 1} # 1:1: field `findings` is missing",
        "{\"version\": 1, \"findings\": [7]} # 1:29: field `findings[0]` is a number, not a"
            + " mapping",
        "{\"version\": 1, \"findings\": [], \"x\": 1} # 1:32: field `x` is not known",
        "{\"version\": 1, \"findings\": [{}]} # 1:29: field `findings[0].fingerprint` is missing",
        "{\"version\": 1, # 1:1: it holds no baseline",
      })
  void aFileThatIsNoBaselineIsNamedByItsPlace(String text, String message) {
    Cli.write(here.resolve(FILE), text + "\n");

    Ran ran = lint("--baseline", FILE);

    assertThat(ran.err())
        .startsWith("meshc: .meshc-baseline.json:" + message)
        .endsWith("\nhelp: a baseline is what `--write-baseline` writes\n");
    assertThat(ran.err().lines()).hasSize(2);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(schema().validate(yamlAsJson(text), InputFormat.JSON)).isNotEmpty();
  }

  /// What the schema is asked about where the text is no JSON at all.
  private static String yamlAsJson(String text) {
    return text.endsWith("}") || text.endsWith("]") ? text : "7";
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThat(lint("--baseline", "no.json").err())
        .isEqualTo("meshc: `no.json` does not exist\nhelp: `--write-baseline no.json` writes it\n");
    assertThat(lint("--write-baseline", "no/where.json").status()).isEqualTo(3);
  }

  private String fingerprint(int index) {
    return Cli.read(here.resolve(FILE))
        .lines()
        .filter(it -> it.contains("\"fingerprint\""))
        .map(it -> it.replaceAll(".*: \"([0-9a-f]{32})\",", "$1"))
        .toList()
        .get(index);
  }

  private String message() {
    return Cli.read(here.resolve(FILE))
        .lines()
        .filter(it -> it.contains("\"message\""))
        .reduce((_, last) -> last)
        .map(it -> it.replaceAll(".*?: \"(.*)\",", "$1"))
        .orElseThrow();
  }

  private static Schema schema() {
    String text = Cli.read(Shared.repository().resolve("docs/baseline.schema.json"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }

  private Ran lint(String... options) {
    var args = new ArrayList<>(List.of("lint"));
    args.addAll(List.of(options));
    return Cli.run(here, "", args);
  }
}
