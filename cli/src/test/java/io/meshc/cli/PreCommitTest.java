package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import io.meshc.conformance.Shared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `.pre-commit-hooks.yaml` with the real pre-commit: a repository that uses the hook, and a commit that the hook lets pass or
/// not. The repository of the hook holds our file, and a launcher of the classes under test.
class PreCommitTest {
  @TempDir private Path scratch;
  private Path shop = Path.of("");

  @BeforeEach
  void repositories() {
    Programs.real("pre-commit");
    Path hook = scratch.resolve("hook");
    Cli.write(
        hook.resolve(".pre-commit-hooks.yaml"),
        Cli.read(Shared.repository().resolve(".pre-commit-hooks.yaml")));
    Programs.launcher(hook.resolve("meshc"));
    git(hook, "init", "--quiet");
    git(hook, "add", "--all");
    git(hook, "commit", "--quiet", "--message", "hook");
    String commit = git(hook, "rev-parse", "HEAD").out().strip();

    shop = scratch.resolve("shop");
    Cli.write(
        shop.resolve(".pre-commit-config.yaml"),
        "repos:\n- repo: %s\n  rev: %s\n  hooks:\n  - id: meshc\n".formatted(hook, commit));
    git(shop, "init", "--quiet");
    git(shop, "add", "--all");
    git(shop, "commit", "--quiet", "--message", "start");
    pass(run(shop, Programs.real("pre-commit").toString(), "install"));
  }

  @Test
  void aBrokenTrafficTargetIsStoppedAndAMendedOnePasses() {
    Cli.write(shop.resolve("apps/shop.yaml"), LintTest.BROKEN);
    git(shop, "add", "--all");
    // The index counts, not the file beside it.
    Cli.write(shop.resolve("apps/shop.yaml"), LintTest.BROKEN.replace("rutes", "routes"));

    Ran stopped = commit();

    assertThat(stopped.status()).isEqualTo(1);
    assertThat(stopped.err()).contains("error[MC3002]", "--> apps/shop.yaml:13:13");

    git(shop, "add", "--all");
    pass(commit());
    assertThat(git(shop, "status", "--porcelain").out()).isEmpty();
  }

  @Test
  void aCommitOfOneFileIsReadFromItsOwnIndex() {
    Cli.write(shop.resolve("apps/shop.yaml"), LintTest.BROKEN.replace("rutes", "routes"));
    git(shop, "add", "--all");
    git(shop, "commit", "--quiet", "--no-verify", "--message", "good");
    Cli.write(shop.resolve("apps/shop.yaml"), LintTest.BROKEN);

    Ran stopped = run(shop, "git", "commit", "--message", "bad", "apps/shop.yaml");

    assertThat(stopped.status()).isEqualTo(1);
    assertThat(stopped.err()).contains("error[MC3002]");
  }

  @Test
  void theConfigFileOfTheRepositoryHolds() {
    Cli.write(shop.resolve("apps/shop.yaml"), LintTest.BROKEN);
    Cli.write(shop.resolve("old/broken.yaml"), "a: [\n");
    Cli.write(
        shop.resolve(".meshc.yaml"),
        "exclude: [old]\nignore:\n- {rule: MC3002, path: /apps/, reason: known}\n");
    git(shop, "add", "--all");

    pass(commit());
  }

  @Test
  void aCommitWithoutConfigurationPasses() {
    Cli.write(shop.resolve("README.md"), "shop\n");
    git(shop, "add", "--all");

    pass(commit());
  }

  /// What is removed may have been what another file names.
  @Test
  void aCommitThatOnlyRemovesAFileIsLookedAtToo() {
    String[] documents = LintTest.BROKEN.replace("rutes", "routes").split("---\n", -1);
    for (int i = 0; i < documents.length; i++) {
      Cli.write(shop.resolve("apps/" + i + ".yaml"), documents[i]);
    }
    git(shop, "add", "--all");
    pass(commit());
    git(shop, "rm", "--quiet", "apps/" + (documents.length - 1) + ".yaml");

    Ran stopped = commit();

    assertThat(stopped.status()).isEqualTo(1);
    assertThat(stopped.err()).contains("error[MC3002]");
  }

  private Ran commit() {
    return run(shop, "git", "commit", "--message", "change");
  }

  private Ran git(Path directory, String... args) {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(args));
    Ran ran = run(directory, command.toArray(String[]::new));
    pass(ran);
    return ran;
  }

  private static void pass(Ran ran) {
    assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
  }

  /// Git and pre-commit without the settings of whoever runs the test.
  private Ran run(Path directory, String... command) {
    String home = scratch.resolve("home").toString();
    Map<String, String> env =
        Map.of(
            "HOME",
            home,
            "PRE_COMMIT_HOME",
            home + "/pre-commit",
            "GIT_CONFIG_NOSYSTEM",
            "1",
            "GIT_AUTHOR_NAME",
            "test",
            "GIT_AUTHOR_EMAIL",
            "test@example.com",
            "GIT_COMMITTER_NAME",
            "test",
            "GIT_COMMITTER_EMAIL",
            "test@example.com");
    return Programs.run(directory, env, List.of(command));
  }
}
