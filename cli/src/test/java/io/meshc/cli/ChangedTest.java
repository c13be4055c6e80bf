package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `--changed` in a repository with the branches `main` and `topic`. On `main`, `old.yaml` is broken; `topic` left it with a good
/// `shop.yaml`, which `main` broke since.
class ChangedTest {
  private static final String GOOD = LintTest.BROKEN.replace("rutes", "routes");
  private static final String OLD = LintTest.BROKEN.replace("namespace: shop", "namespace: old");

  @TempDir private Path here;

  @BeforeEach
  void repository() throws IOException, GitAPIException {
    try (Git git = Git.init().setDirectory(here.toFile()).setInitialBranch("main").call()) {
      Cli.write(here.resolve("old.yaml"), OLD);
      Cli.write(here.resolve("apps/shop.yaml"), GOOD);
      commit(git, "start");
      git.branchCreate().setName("topic").call();
      Cli.write(here.resolve("apps/shop.yaml"), LintTest.BROKEN);
      commit(git, "on main");
      git.checkout().setName("topic").call();
    }
  }

  @Test
  void onlyWhatIsNotCommittedIsTold() {
    assertThat(places()).isEmpty();

    Cli.write(here.resolve("apps/shop.yaml"), LintTest.BROKEN);
    assertThat(places()).containsExactly("apps/shop.yaml:13");

    Cli.write(
        here.resolve("new.yaml"), LintTest.BROKEN.replace("namespace: shop", "namespace: new"));
    assertThat(places()).containsExactly("apps/shop.yaml:13", "new.yaml:13");
    assertThat(lint("--changed").out())
        .contains("5 findings (2 errors, 3 warnings) in 3 files", "; 4 on lines that did not");
  }

  @Test
  void linesThatMoveAreNotChanged() {
    Cli.write(here.resolve("old.yaml"), "# one line more\n" + OLD.replace("\n", "\r\n"));

    assertThat(places()).isEmpty();
  }

  @Test
  void whatIsStagedIsComparedAsItIs() throws IOException, GitAPIException {
    Cli.write(here.resolve("apps/shop.yaml"), LintTest.BROKEN);
    try (Git git = Git.open(here.toFile())) {
      git.add().addFilepattern(".").call();
    }
    assertThat(places()).containsExactly("apps/shop.yaml:13");

    Cli.write(here.resolve("apps/shop.yaml"), GOOD);
    assertThat(places("--staged")).containsExactly("apps/shop.yaml:13");
    assertThat(places()).isEmpty();
  }

  @Test
  void aBranchIsComparedWithWhereItLeft() throws IOException, GitAPIException {
    Cli.write(here.resolve("apps/shop.yaml"), LintTest.BROKEN.replace("rutes", "rotes"));
    try (Git git = Git.open(here.toFile())) {
      commit(git, "on topic");
    }

    assertThat(places()).isEmpty();
    assertThat(lines("--changed=main")).containsExactly("apps/shop.yaml:13");
    assertThat(lines("--changed=topic~1")).containsExactly("apps/shop.yaml:13");
    assertThat(lines("--changed=topic", "--rev", "main")).containsExactly("apps/shop.yaml:13");
    assertThat(lines("--changed=main", "--rev", "main")).isEmpty();
    assertThat(lines("--changed=main", "main:apps")).containsExactly("apps/shop.yaml:13");
  }

  @Test
  void whereLinesWereRemovedTheirNeighboursCount() throws IOException, GitAPIException {
    String above = "    - kind: HTTPRouteGroup\n";
    Cli.write(here.resolve("old.yaml"), OLD.replace(above, above + "      # a\n      # b\n"));
    try (Git git = Git.open(here.toFile())) {
      commit(git, "comments");
    }
    Cli.write(here.resolve("old.yaml"), OLD.replace(above, above + "      # a\n"));
    assertThat(places()).containsExactly("old.yaml:14");
    Cli.write(here.resolve("old.yaml"), OLD);
    assertThat(places()).containsExactly("old.yaml:13");
  }

  @Test
  void aFindingBecauseOfAChangedLineIsTold() {
    Cli.write(here.resolve("copy.yaml"), GOOD.replace("name: buyer", "name: other"));

    Ran ran = lint("--changed", "--select", "duplicate-object");

    assertThat(ran.out()).contains("--> copy.yaml:", "1 finding");
  }

  @Test
  void theWordThatFollowsIsAPath() {
    Cli.write(here.resolve("apps/shop.yaml"), LintTest.BROKEN);
    Cli.write(here.resolve("new.yaml"), "a: [\n");

    assertThat(lines("--changed", "apps")).containsExactly("apps/shop.yaml:13");
  }

  @Test
  void theExitStatusIsThatOfWhatIsTold() {
    assertThat(lint("--select", "MC3002").status()).isEqualTo(1);
    assertThat(lint("--select", "MC3002", "--changed").status()).isZero();
    assertThat(lint("--changed", "--format", "json").out()).contains("\"unchanged\": 4,");
  }

  @Test
  void withoutACommitEverythingIsNew() throws IOException, GitAPIException {
    Path fresh = here.resolve("fresh");
    Files.createDirectories(fresh);
    Git.init().setDirectory(fresh.toFile()).call().close();
    Cli.write(fresh.resolve("shop.yaml"), LintTest.BROKEN);

    assertThat(Cli.run(fresh, "", List.of("lint", "--changed")).out()).contains("error[MC3002]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "--changed=nope, `nope` is not a revision of this repository",
    "--changed --write-baseline b.json, `--write-baseline` and `--changed` exclude each other",
  })
  void mistakesAreSaid(String options, String message) {
    Cli.write(here.resolve("apps/shop.yaml"), LintTest.BROKEN);

    Ran ran = lint(options.split(" "));

    assertThat(ran.err().lines().findFirst()).contains("meshc: " + message);
    assertThat(ran.status()).isEqualTo(2);
  }

  @Test
  void outsideOfARepositoryNothingCanBeSaid(@TempDir Path elsewhere) {
    Cli.write(elsewhere.resolve("shop.yaml"), LintTest.BROKEN);

    Ran ran = Cli.run(elsewhere, "", List.of("lint", "--changed"));

    assertThat(ran.err()).startsWith("meshc: `").contains("is not in a Git repository");
    assertThat(ran.status()).isEqualTo(2);
  }

  /// The errors MC3002 that `--changed` leaves.
  private List<String> places(String... options) {
    var all = new ArrayList<>(List.of("--changed"));
    all.addAll(List.of(options));
    return lines(all.toArray(String[]::new));
  }

  private List<String> lines(String... options) {
    var all = new ArrayList<>(List.of("--select", "MC3002"));
    all.addAll(List.of(options));
    return lint(all.toArray(String[]::new))
        .out()
        .lines()
        .filter(it -> it.startsWith("  --> "))
        .map(it -> it.substring(6, it.lastIndexOf(':')))
        .toList();
  }

  private Ran lint(String... options) {
    var args = new ArrayList<>(List.of("lint"));
    args.addAll(List.of(options));
    return Cli.run(here, "", args);
  }

  private static void commit(Git git, String message) throws GitAPIException {
    git.add().addFilepattern(".").call();
    git.commit()
        .setMessage(message)
        .setSign(false)
        .setAuthor("test", "t@example.com")
        .setCommitter("test", "t@example.com")
        .call();
  }
}
