package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import io.meshc.conformance.Shared;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The step of `github-action/`, with the files that GitHub would give it.
class GithubActionTest {
  @TempDir private Path scratch;
  private Path workspace = Path.of("");

  @BeforeEach
  void files() {
    workspace = scratch.resolve("workspace");
    Cli.write(workspace.resolve("deploy/apps/shop.yaml"), LintTest.BROKEN);
    Programs.launcher(scratch.resolve("meshc"));
  }

  @Test
  void annotatesSummarizesAndFails() {
    Ran ran = step(Map.of());

    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out())
        .contains(
            "::error file=deploy/apps/shop.yaml,line=13,endLine=13,col=13,endColumn=18,title=MC3002"
                + " unknown-route-group::");
    assertThat(Cli.read(scratch.resolve("summary.md")))
        .startsWith("### meshc\n")
        .contains(
            "| ❌ error | MC3002 unknown-route-group | `deploy/apps/shop.yaml:13:13` | route group"
                + " `rutes` is not in");
    assertThat(Cli.read(scratch.resolve("output")))
        .isEqualTo("exit-code=1\nerrors=1\nwarnings=2\nsarif-file=meshc.sarif\n");
    assertThat(Cli.read(workspace.resolve("meshc.sarif")))
        .contains("\"uri\":\"deploy/apps/shop.yaml\"");
  }

  @Test
  void takesItsInputsAsWordsAndNeverAsCode() {
    Ran ran =
        step(
            Map.of(
                "MESHC_INPUT_PATHS", "$(touch\n`touch` *",
                "MESHC_INPUT_ARGS", "--select MC3002",
                "MESHC_INPUT_FAIL_ON", "never"));

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).startsWith("meshc: `$(touch` does not exist\n");
    assertThat(Cli.read(scratch.resolve("output"))).startsWith("exit-code=2\n");
  }

  @Test
  void namesPlacesFromTheTopOfTheWorkspace() {
    Ran ran =
        step(
            Map.of(
                "MESHC_INPUT_WORKING_DIRECTORY", "deploy",
                "MESHC_INPUT_PATHS", "apps",
                "MESHC_INPUT_ARGS", "--select MC3002",
                "MESHC_INPUT_FAIL_ON", "never",
                "MESHC_INPUT_SUMMARY", "false"));

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("::error file=deploy/apps/shop.yaml,line=13");
    assertThat(Cli.read(scratch.resolve("output"))).contains("sarif-file=deploy/meshc.sarif\n");
    assertThat(Cli.read(workspace.resolve("deploy/meshc.sarif")))
        .contains("\"uri\":\"deploy/apps/shop.yaml\"");
    assertThat(scratch.resolve("summary.md")).doesNotExist();
  }

  @Test
  void whatTheInputsLeaveOpenTheConfigFileSays() {
    Cli.write(
        workspace.resolve(".meshc.yaml"),
        "{paths: [deploy/apps], select: [MC3002], fail-on: never, output: {text: report.txt}}");
    Cli.write(workspace.resolve("other.yaml"), "a: [\n");

    Ran ran = step(Map.of("MESHC_INPUT_PATHS", "", "MESHC_INPUT_FAIL_ON", ""));
    Ran below = step(Map.of("MESHC_INPUT_WORKING_DIRECTORY", "deploy"));
    Ran fails = step(Map.of("MESHC_INPUT_FAIL_ON", "error"));

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out().lines()).singleElement().asString().contains("deploy/apps/shop.yaml");
    assertThat(below.out()).isEqualTo(ran.out());
    assertThat(fails.status()).isEqualTo(1);
  }

  @Test
  void noInputReachesAScript() {
    String action = Cli.read(Shared.repository().resolve("github-action/action.yml"));

    List<String> runs = action.lines().filter(it -> it.strip().startsWith("run:")).toList();
    assertThat(runs).hasSize(1).noneMatch(it -> it.contains("${{"));
  }

  private Ran step(Map<String, String> inputs) {
    var env = new HashMap<String, String>();
    env.put("GITHUB_WORKSPACE", workspace.toString());
    env.put("GITHUB_OUTPUT", scratch.resolve("output").toString());
    env.put("GITHUB_STEP_SUMMARY", scratch.resolve("summary.md").toString());
    env.put("MESHC_INPUT_MESHC", scratch.resolve("meshc").toString());
    env.putAll(inputs);
    return Programs.run(
        workspace, env, List.of(Shared.repository().resolve("github-action/run.sh").toString()));
  }
}
