package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What users get wrong: the exit status, and exactly what they are told.
class BadInputTest {
  @TempDir private Path here;

  @BeforeEach
  void files() throws IOException, GitAPIException {
    Files.createDirectories(here.resolve("empty"));
    Cli.write(
        here.resolve("good/namespace.yaml"),
        "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n");
    Cli.write(here.resolve("bad/broken.yaml"), "a: [1\nb: }\n");
    Cli.write(
        here.resolve("bad/namespace.yaml"),
        "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n");
    Files.createDirectories(here.resolve("link"));
    Files.createSymbolicLink(here.resolve("link/gone.yaml"), Path.of("nowhere.yaml"));
    Git.init().setDirectory(here.resolve("repo").toFile()).call().close();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
            wrongWords(),
            wrongChoices(),
            wrongInputs(),
            wrongQuestions(),
            wrongRequests(),
            wrongTargets())
        .flatMap(it -> it);
  }

  private static Stream<Arguments> wrongWords() {
    return Stream.of(
        mistake(
            2,
            "no command given",
            "there is `lint`, `translate`, `compile`, `query`, `model`, `envoy`, `rules`,"
                + " `explain`, `version`"),
        mistake(2, "unknown command `lnt`", "did you mean `lint`?", "lnt"),
        mistake(
            2,
            "unknown command `diff`",
            "there is `lint`, `translate`, `compile`, `query`, `model`, `envoy`, `rules`,"
                + " `explain`, `version`",
            "diff"),
        mistake(
            2, "unknown option `--formt`", "did you mean `--format`?", "lint", "--formt", "json"),
        mistake(
            2,
            "`xml` is not a value of `--format`",
            "there is `text`, `json`, `sarif`, `github`, `markdown`",
            "lint",
            "--format",
            "xml"),
        mistake(
            2,
            "`jsn` is not a value of `--output`",
            "did you mean `json`?",
            "lint",
            "--output",
            "jsn=x",
            "good"),
        mistake(
            2,
            "`json` is not FORMAT=FILE",
            "such as `--output sarif=meshc.sarif`",
            "lint",
            "--output",
            "json",
            "good"));
  }

  private static Stream<Arguments> wrongChoices() {
    return Stream.of(
        mistake(
            2,
            "`eror` is not a value of `--fail-on`",
            "did you mean `error`?",
            "lint",
            "--fail-on",
            "eror"),
        mistake(
            2,
            "`nosuch` names no rule, alias or category",
            "`meshc rules` lists the rules",
            "lint",
            "--select",
            "nosuch",
            "good"),
        mistake(2, "`nope.yaml` does not exist", "", "lint", "nope.yaml"),
        mistake(
            2,
            "no configuration in `empty`",
            "meshc reads files that end in .yaml, .yml or .json",
            "lint",
            "empty"),
        mistake(
            2,
            "`nope` is not a revision of this repository",
            "a branch that is only on the server has to be fetched first",
            "lint",
            "--repo",
            "repo",
            "--rev",
            "nope"),
        mistake(
            2,
            "`--staged` and `--rev` exclude each other",
            "",
            "lint",
            "--staged",
            "--rev",
            "HEAD"));
  }

  private static Stream<Arguments> wrongInputs() {
    return Stream.of(
        mistake(
            2,
            "`mesh.yaml` does not exist",
            "`--mesh-config` takes a file",
            "lint",
            "--mesh-config",
            "mesh.yaml",
            "good"),
        mistake(
            3,
            "`nowhere/x.json` cannot be written: its directory does not exist",
            "",
            "lint",
            "--output",
            "json=nowhere/x.json",
            "good"),
        mistake(
            2,
            "`--to` is open, and this version does not answer open questions",
            "such as `meshc query --from sa:shop/web --to db.shop:80`; `--from outside` is a client"
                + " outside the mesh",
            "query",
            "good",
            "--from",
            "sa:shop/web"),
        mistake(
            2,
            "`shop/web` is not a client: sa:NAMESPACE/ACCOUNT, workload:NAMESPACE/NAME, ip:ADDRESS,"
                + " gateway:NAMESPACE/NAME or spiffe://…",
            "`meshc query --help` shows the options",
            "query",
            "good",
            "--from",
            "shop/web",
            "--to",
            "db"));
  }

  private static Stream<Arguments> wrongQuestions() {
    return Stream.of(
        mistake(
            2,
            "`http` is not a port",
            "`meshc query --help` shows the options",
            "query",
            "good",
            "--from",
            "sa:shop/web",
            "--to",
            "db:http"),
        mistake(2, "`MC999` is not a rule", "`meshc rules` lists the rules", "explain", "MC999"),
        mistake(
            2,
            "`linkerd` is not written by this version yet",
            "it writes: `istio`, `envoy`",
            "translate",
            "good",
            "--to",
            "linkerd",
            "-o",
            "out"),
        mistake(
            2,
            "`-o` is missing",
            "it names the directory to write to; `--plan` writes nothing",
            "translate",
            "good",
            "--to",
            "istio"));
  }

  private static Stream<Arguments> wrongRequests() {
    return Stream.of(
        question("`0` is not a port", "--to", "db:0"),
        question("`` is not a port", "--to", "db:"),
        question("`x` is not a path, which starts with `/`", "--to", "db", "--path", "x"),
        question("` ` is not the name of a header", "--to", "db", "--header", " =x"),
        question("`db/a` is not a host, or a host and a port", "--to", "db/a"),
        question("`a@db` is not a host, or a host and a port", "--to", "a@db"),
        question("`db:80:80` is not a host, or a host and a port", "--to", "db:80:80"),
        question("`::1` is not a host, or a host and a port", "--to", "::1"),
        question("`*` is not a method, such as `GET`", "--to", "db", "--method", "*"),
        question("`ftp` is not a scheme, http or https", "--to", "db", "--scheme", "ftp"),
        question("`10.0.0.300` is not an IP address", "--to", "db", "--source-ip", "10.0.0.300"),
        question("`db` is not an IP address", "--to", "db", "--remote-ip", "db"),
        question("`bogus` is not none, valid or invalid", "--to", "db", "--token", "bogus"));
  }

  private static Arguments question(String message, String... args) {
    var all = new ArrayList<>(List.of("query", "good", "--from", "outside"));
    all.addAll(List.of(args));
    return Arguments.of(2, message, "`meshc query --help` shows the options", all);
  }

  private static Stream<Arguments> wrongTargets() {
    return Stream.of(
        mistake(
            2,
            "`--to` is missing",
            "it names the dialect to write: `istio`, `envoy`",
            "translate",
            "good",
            "-o",
            "out"),
        mistake(
            2,
            "`harmless` is not a value of `--accept`",
            "there is `widens-access`, `narrows-access`, `changes-routing`, `weakens-transport`,"
                + " `changes-answer`, `loses-resilience`, `loses-observability`, `cosmetic`",
            "translate",
            "good",
            "--to",
            "istio",
            "-o",
            "out",
            "--accept",
            "harmless"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void isToldInTwoLines(int status, String message, String help, List<String> args) {
    Ran ran = Cli.run(here, "", args);

    String expected = "meshc: " + message + "\n" + (help.isEmpty() ? "" : "help: " + help + "\n");
    assertThat(ran.err()).isEqualTo(expected);
    assertThat(ran.status()).isEqualTo(status);
  }

  @Test
  void aDirectoryThatIsInNoRepositoryIsSaid() {
    Ran ran = Cli.run(here.resolve("good"), "", List.of("lint", "--staged"));

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .startsWith("meshc: `")
        .contains("is not in a Git repository")
        .doesNotContain("Exception");
  }

  @Test
  void aFileThatIsNotYamlIsAFindingAndTheOthersAreRead() {
    Ran ran = Cli.run(here, "", List.of("lint", "bad"));

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("error[MC0001]", "--> bad/broken.yaml:2:")
        .contains("in 2 files, 1 document");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadMakesTheResultIncomplete() {
    Ran ran = Cli.run(here, "", List.of("lint", "link", "bad"));

    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.out()).contains("error[MC0011]", "link/gone.yaml").contains("error[MC0001]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '%',
      value = {
        "{\"to\": 7 # not JSON, or a field twice: column 9",
        "{\"to\": \"a\"} x # not JSON, or a field twice: column 13",
        "{\"to\": \"a\", \"to\": \"b\"} # not JSON, or a field twice: column 17",
        "[] # a request is a JSON object",
        "{} # field `to` is missing",
        "{\"form\": 1, \"to\": \"a\"} # `form` is not a field of a request",
        "{\"to\": true} # field `to` is not text",
        "{\"to\": \"a:0\"} # `0` is not a port",
        "{\"to\": \"a:65536\"} # `65536` is not a port",
        "{\"to\": \"a\", \"path\": \"b\"} # `b` is not a path, which starts with `/`",
        "{\"to\": \"a\", \"path\": \"\"} # `` is not a path, which starts with `/`",
        "{\"to\": \"a\", \"headers\": {\"\": \"b\"}} # `` is not the name of a header",
        "{\"to\": \"a\", \"headers\": {\"a b\": \"b\"}} # `a b` is not the name of a header",
        "{\"to\": \"a\", \"headers\": {\"a\": 1}} # header `a` is neither a text nor a list of"
            + " texts",
        "{\"to\": \"a\", \"plaintext\": \"no\"} # field `plaintext` is not true or false",
      })
  void aRequestThatIsWrongIsNamedByItsLineBeforeAnyAnswer(String request, String message) {
    Cli.write(here.resolve("requests.jsonl"), "{\"to\": \"web.shop:80\"}\n\n" + request + "\n");

    Ran ran =
        Cli.run(
            here, "", List.of("query", "good", "--requests", "requests.jsonl", "--format", "json"));

    assertThat(ran.err())
        .isEqualTo(
            "meshc: requests.jsonl:3: "
                + message
                + "\n"
                + "help: a line is such as {\"from\": \"sa:shop/web\", \"to\":"
                + " \"db.shop:80\"}\n");
    assertThat(ran.out()).isEmpty();
    assertThat(ran.status()).isEqualTo(2);
  }

  private static Arguments mistake(int status, String message, String help, String... args) {
    return Arguments.of(status, message, help, List.of(args));
  }
}
