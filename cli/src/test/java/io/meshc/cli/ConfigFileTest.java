package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.config.Words;
import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import io.meshc.conformance.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `.meshc.yaml` and the variables, as the commands take them. Each of `a`, `b` and `b/old` holds one broken TrafficTarget: an
/// error (MC3002) and two warnings.
class ConfigFileTest {
  @TempDir private Path here;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(here.resolve(".git"));
    Cli.write(here.resolve("a/shop.yaml"), named("one"));
    Cli.write(here.resolve("b/shop.yaml"), named("two"));
    Cli.write(here.resolve("b/old/shop.yaml"), named("three"));
  }

  private static String named(String namespace) {
    return LintTest.BROKEN.replace("namespace: shop", "namespace: " + namespace);
  }

  /// What is found, as `file:line rule severity`, or the first line on standard error.
  @ParameterizedTest(name = "{0} | {1} | {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // the file, the environment, the command line
        "select: [MC3002]                        | -                   |                     | 1"
            + " a/shop.yaml b/old/shop.yaml b/shop.yaml",
        "select: [MC5001]                        | MESHC_SELECT=MC3002 |                     | 1"
            + " a/shop.yaml b/old/shop.yaml b/shop.yaml",
        "select: [MC5001]                        | MESHC_SELECT=MC5001 | --select MC3002     | 1"
            + " a/shop.yaml b/old/shop.yaml b/shop.yaml",
        "select: [MC3002]                        | MESHC_SELECT=        |                     | 1"
            + " a/shop.yaml b/old/shop.yaml b/shop.yaml",
        "select: [MC0001]                        | -                   |                     | 0",
        "select: [MC0001]                        | -                   | --config none a     | 1"
            + " a/shop.yaml a/shop.yaml a/shop.yaml",
        "select: [MC0001]                        | MESHC_CONFIG=none   | a                   | 1"
            + " a/shop.yaml a/shop.yaml a/shop.yaml",
        "select: [reference, MC5001]             | -                   | --ignore MC5001     | 1"
            + " a/shop.yaml b/old/shop.yaml b/shop.yaml",
        "select: [reference]                     | MESHC_IGNORE=MC3002 |                     | 0",
        "select: [reference]                     | MESHC_IGNORE=security,unknown-route-group | | 0",
        // severities
        "{select: [MC3002], fail-on: never}      | -                   | a                   | 0"
            + " a/shop.yaml",
        "{select: [MC3002], fail-on: never}      | MESHC_FAIL_ON=info  | a                   | 1"
            + " a/shop.yaml",
        "{select: [MC3002], severity: {MC3002: info}} | -              | a                   | 0"
            + " a/shop.yaml",
        "{select: [MC3002], severity: {unknown-route-group: info}, min-severity: warning} | - | a |"
            + " 0",
        "{severity: {MC3002: info}, min-severity: error} | MESHC_MIN_SEVERITY=info | a --select"
            + " MC3002 | 0 a/shop.yaml",
        // what is read
        "{select: [MC3002], paths: [b]}          | -                   |                     | 1"
            + " b/old/shop.yaml b/shop.yaml",
        "{select: [MC3002], paths: [b]}          | -                   | a                   | 1"
            + " a/shop.yaml",
        "{select: [MC3002], exclude: [old]}      | -                   |                     | 1"
            + " a/shop.yaml b/shop.yaml",
        "{select: [MC3002], exclude: [old/, a/*.yaml]} | -             |                     | 1"
            + " b/shop.yaml",
        "{select: [MC3002], exclude: ['/b/*', '!shop.yaml']} | -       |                     | 1"
            + " a/shop.yaml b/shop.yaml",
        "{select: [MC3002], exclude: [b]}        | -                   | b                   | 1"
            + " b/old/shop.yaml b/shop.yaml",
        "{select: [MC3002], exclude: [b]}        | -                   | b/old               | 1"
            + " b/old/shop.yaml",
        "{select: [MC3002], exclude: [old]}      | -                   | b                   | 1"
            + " b/shop.yaml",
        "{select: [MC3002], exclude: [shop.yaml]} | -                  | a/shop.yaml         | 1"
            + " a/shop.yaml",
        // what is not told
        "{select: [MC3002], ignore: [{rule: MC3002, path: /b/, reason: r}]} | - |           | 1"
            + " a/shop.yaml",
        "{select: [MC3002], ignore: [{rule: '*', path: old, reason: r}]} | - |              | 1"
            + " a/shop.yaml b/shop.yaml",
        "{select: [MC3002], ignore: [{rule: reference, resource: TrafficTarget two/shop, reason:"
            + " r}]} | - | | 1 a/shop.yaml b/old/shop.yaml",
        "{select: [MC3002], ignore: [{rule: MC3002, resource: 'TrafficTarget t*/*', reason: r}]} |"
            + " - | | 1 a/shop.yaml",
        "{select: [MC3002], ignore: [{rule: MC3002, resource: TrafficTarget, reason: r}]} | - | |"
            + " 0",
        "{select: [MC3002], ignore: [{rule: MC3002, resource: TrafficTarget.access.smi-spec.io,"
            + " path: a, reason: r}]} | - | b | 1 b/old/shop.yaml b/shop.yaml",
        "{select: [MC3002], ignore: [{rule: MC3002, resource: TrafficTarget.split.smi-spec.io,"
            + " reason: r}]} | - | a | 1 a/shop.yaml",
      })
  void decide(String file, String variable, String args, String expected) {
    Cli.write(here.resolve(".meshc.yaml"), file);

    Ran ran = lint(here, env(variable), args == null ? "" : args);

    assertThat(ran.err().replaceAll("meshc: \\d skipped: .*\n", "")).isEmpty();
    String places =
        ran.out()
            .lines()
            .filter(it -> it.contains("\"file\"") && !it.contains("        \"file\""))
            .map(it -> " " + it.replaceAll(".*: \"|\",", ""))
            .reduce("", String::concat);
    assertThat(ran.status() + places).as(ran.out()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "MESHC_FAIL_ON=eror, `eror` is not a value of `MESHC_FAIL_ON`",
    "MESHC_ISOLATED=maybe, `maybe` is not a value of `MESHC_ISOLATED`",
    "MESHC_COLOR=blue, `blue` is not a value of `MESHC_COLOR`",
    "MESHC_OUTPUT=xml=a, `xml` is not a value of `MESHC_OUTPUT`",
    "MESHC_MESH_CONFIG=nowhere, `nowhere` does not exist",
    "MESHC_CONFIG=nowhere, `nowhere` does not exist",
    "MESHC_BASELINE=nowhere, `nowhere` does not exist",
  })
  void aVariableThatIsWrongIsNamed(String variable, String message) {
    Ran ran = lint(here, env(variable), "a");

    assertThat(ran.err().lines().findFirst()).contains("meshc: " + message);
    assertThat(ran.status()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"lint", "query --from outside --to a", "model", "translate --to istio --plan"})
  void aWrongFileStopsEveryCommandInTwoLines(String command) {
    Cli.write(here.resolve(".meshc.yaml"), "# ours\nfail-om: error\nselect: [nosuch]\n");

    Ran ran = Cli.run(here.resolve("b"), "", List.of(command.split(" ")));

    assertThat(ran.err())
        .isEqualTo(
            "meshc: ../.meshc.yaml:2:1: field `fail-om` is not known\n"
                + "help: did you mean `fail-on`?\n");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void theNearestIsTakenAndNoneBeyondTheTopOfTheRepository() throws IOException {
    Cli.write(here.resolve(".meshc.yaml"), "select: [MC3002]\n");
    Cli.write(here.resolve("b/.meshc.yaml"), "select: [MC0001]\n");

    assertThat(lint(here.resolve("a"), Map.of(), "").out()).contains("\"rule\": \"MC3002\"");
    assertThat(lint(here.resolve("b/old"), Map.of(), "").out()).contains("\"findings\": []");

    Files.createDirectories(here.resolve("a/.git"));
    assertThat(lint(here.resolve("a"), Map.of(), "").out()).contains("\"rule\": \"MC5001\"");
    assertThat(lint(here.resolve("a"), Map.of(), "--config ../b/.meshc.yaml").out())
        .contains("\"findings\": []");
  }

  @Test
  void pathsStartAtTheFileWhereverTheUserStands() {
    Cli.write(
        here.resolve(".meshc.yaml"),
        "{paths: [b], exclude: [/b/old], select: [MC3002], output: {json: out.json}}");

    Ran ran = Cli.run(here.resolve("a"), "", List.of("lint"));

    assertThat(ran.out()).contains("--> ../b/shop.yaml:13:13").doesNotContain("old/shop.yaml");
    assertThat(ran.out()).endsWith("; 1 skipped: named by `exclude` of the config file\n");
    assertThat(Cli.read(here.resolve("out.json"))).contains("\"file\": \"../b/shop.yaml\"");
  }

  @Test
  void anEntryThatTakesNothingOutIsFoundAtItsLine() {
    Cli.write(
        here.resolve(".meshc.yaml"),
        "ignore:\n- rule: MC3002\n  reason: known\n- rule: MC5003\n  path: a/\n  reason: moved\n");

    Ran whole = Cli.run(here, "", List.of("lint", "--select", "hygiene,MC3002"));
    Ran part = Cli.run(here, "", List.of("lint", "--select", "hygiene,MC3002", "a"));

    assertThat(whole.out())
        .contains(
            "warning[MC5002]: suppression of `MC5003` takes nothing out\n  --> .meshc.yaml:4:3\n",
            "4 | - rule: MC5003\n")
        .doesNotContain("MC3002", ".meshc.yaml:2");
    assertThat(part.out()).doesNotContain("MC5002", "MC3002").contains("1 suppressed");
  }

  @Test
  void whatTheFileTurnsOnTheCommandLineTurnsOff() {
    Cli.write(here.resolve(".meshc.yaml"), "{paths: [a, b], isolated: true, statistics: true}");

    Ran isolated = Cli.run(here, "", List.of("lint", "--format", "json"));
    assertThat(isolated.out()).contains("\"environment\": \"a\"", "\"environment\": \"b\"");
    assertThat(isolated.err()).contains("3 MC3002 unknown-route-group");

    Ran together =
        Cli.run(here, "", List.of("lint", "--format", "json", "--no-isolated", "--no-statistics"));
    assertThat(together.out()).contains("\"environment\": \"default\"");
    assertThat(together.err()).isEmpty();
  }

  @Test
  void aQuestionIsOfOneMesh() {
    Cli.write(here.resolve(".meshc.yaml"), "{paths: [a, b], isolated: true}");
    var question = List.of("query", "--from", "outside", "--to", "shop.one:80");

    assertThat(Cli.run(here, "", question).err())
        .isEqualTo(
            "meshc: each of `a`, `b` is a mesh of its own\nhelp: name the one that is meant\n");
    var named = List.of("query", "--from", "outside", "--to", "shop.one:80", "a");
    assertThat(Cli.run(here, "", named).status()).isZero();
  }

  @Test
  void gitIsReadByTheSameFile() throws IOException, GitAPIException {
    Files.delete(here.resolve(".git"));
    Cli.write(
        here.resolve(".meshc.yaml"),
        "{exclude: [old], select: [MC3002, MC5002], ignore: [{rule: MC3002, path: /a, reason:"
            + " r}]}");
    try (Git git = Git.init().setDirectory(here.toFile()).call()) {
      git.add().addFilepattern(".").call();
    }

    Ran staged = Cli.run(here, "", List.of("lint", "--staged"));
    assertThat(staged.out()).contains("--> b/shop.yaml:13:13").contains("1 finding (1 error)");
    assertThat(staged.out())
        .contains("; 1 suppressed;")
        .endsWith("; 1 skipped: named by `exclude` of the config file\n");

    Ran below = Cli.run(here.resolve("b"), "", List.of("lint", "--staged"));
    assertThat(below.out()).contains("--> shop.yaml:13:13").contains("1 finding (1 error)");
    Ran from = Cli.run(here.getParent(), "", List.of("lint", "--staged", "--repo", here + "/b"));
    assertThat(from.out()).isEqualTo(below.out());
  }

  @Test
  void translateTakesItsSection() {
    Cli.write(
        here.resolve("shop/.meshc.yaml"),
        "paths: [in]\ntranslate: {to: istio, directory: out, accept: [changes-answer]}\n");
    Cli.write(
        here.resolve("shop/in/namespace.yaml"),
        "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n");

    Ran ran = Cli.run(here.resolve("shop"), "", List.of("translate"));

    assertThat(ran.status()).as(ran.err() + ran.out()).isZero();
    assertThat(here.resolve("shop/out/namespace.yaml")).exists();
    assertThat(Cli.run(here.resolve("shop"), "", List.of("translate", "--to", "osm")).err())
        .startsWith("meshc: `osm` is not written by this version yet");
    assertThat(Cli.run(here, "", List.of("translate", "--config", "none", "-o", "out")).err())
        .startsWith("meshc: `--to` is missing\n");
  }

  /// An error that the project accepts refuses no translation; one that is only milder to `lint` does.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                    | 1 | refused: the input has 1"
            + " error",
        "severity: {MC3002: info}                              | 1 | refused: the input has 1"
            + " error",
        "ignore: [{rule: MC3002, path: /b/, reason: r}]        | 1 | refused: the input has 1"
            + " error",
        "ignore: [{rule: MC3002, path: /a/, reason: accepted}] | 0 | -",
      })
  void translateAcceptsWhatTheProjectAccepts(String file, int status, String message) {
    Cli.write(here.resolve(".meshc.yaml"), file);

    Ran ran =
        Cli.run(
            here,
            "",
            List.of("translate", "a", "--to", "istio", "--plan", "--accept", ALL_EFFECTS));

    assertThat(ran.status()).as(ran.out() + ran.err()).isEqualTo(status);
    assertThat(message.equals("-") || ran.err().contains(message)).as(ran.err()).isTrue();
  }

  private static final String ALL_EFFECTS = String.join(",", Words.effects());

  @Test
  void thisRepositoryIsClean() {
    Path repository = Shared.repository();

    Ran ran = Cli.run(repository, "", List.of("lint"));

    assertThat(ran.out()).startsWith("no findings in ").contains("named by `exclude`");
    assertThat(ran.status()).as(ran.out()).isZero();
    assertThat(Cli.run(repository, "", List.of("lint", "-v")).err())
        .contains("read examples/bookstore/access.yaml\n")
        .doesNotContain("read golden/", "read .meshc.yaml", "read cli/");
  }

  private static Map<String, String> env(String variable) {
    if (variable == null) {
      return Map.of();
    }
    String[] parts = variable.strip().split("=", 2);
    return Map.of(parts[0], parts[1]);
  }

  private static Ran lint(Path cwd, Map<String, String> env, String args) {
    String all = ("lint --format json " + args).strip();
    return Cli.run(cwd, "", env, List.of(all.split(" +")));
  }
}
