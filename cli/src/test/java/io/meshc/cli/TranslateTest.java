package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import io.meshc.conformance.Shared;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a translation is written, and when it is not.
class TranslateTest {
  @TempDir private Path here;

  @BeforeEach
  void bookstore() {
    Cli.tree(Shared.repository().resolve("examples/bookstore"))
        .forEach(it -> Cli.write(here.resolve("in").resolve(it.path()), it.text()));
  }

  @Test
  void nothingIsWrittenWithoutLeaveForWhatIsLost() {
    Ran ran = translate();

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("lost:", "  narrows-access  ")
        .endsWith("refused: nothing is written\n");
    assertThat(ran.err())
        .isEqualTo(
            "meshc: refused: 4 losses are not accepted: narrows-access\n"
                + "help: change the source, or accept with `--accept narrows-access`\n");
    assertThat(here.resolve("out")).doesNotExist();
  }

  @Test
  void itIsVerifiedAndWrittenAndThenTheSame() {
    Ran written = translate("--istio-regex", "envoyfilter");

    assertThat(written.status()).as(written.err()).isZero();
    assertThat(written.out())
        .contains("\nwritten to `out`: ", "; verified by ", "\n  wrote istio/bookstore.yaml\n");
    assertThat(Cli.read(here.resolve("out/istio/bookstore.yaml"))).contains("# from access.yaml:");

    assertThat(translate("--istio-regex", "envoyfilter", "--check").status()).isZero();
    Ran drift = translate("--accept", "narrows-access", "--check");
    assertThat(drift.status()).isEqualTo(1);
    assertThat(drift.out())
        .endsWith("drift: `out` is not what would be written\n  different: istio/bookstore.yaml\n");
  }

  @Test
  void theLayoutDoesNotDependOnHowThePathIsSaid() {
    Ran ran =
        Cli.run(
            here,
            "",
            List.of(
                "translate",
                here.resolve("in").toString(),
                "--to",
                "istio",
                "-o",
                "out",
                "--istio-regex",
                "envoyfilter"));

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("\n  wrote bookbuyer.yaml\n");
  }

  /// What another mesh left alone must not take effect in Istio.
  @Test
  void marksOfIstioAreTakenOffThePodsThatMove() {
    String pods = Cli.read(here.resolve("in/mysql.yaml"));
    String marked =
        pods.replaceFirst(
            "( +)labels:\n +app: mysql\n( +)spec:",
            "$1annotations:\n$1  traffic.sidecar.istio.io/excludeInboundPorts: '3306'\n"
                + "$1labels:\n$1  app: mysql\n$2spec:");
    assertThat(marked).isNotEqualTo(pods);
    Cli.write(here.resolve("in/mysql.yaml"), marked);

    Ran ran = translate("--istio-regex", "envoyfilter");

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(Cli.read(here.resolve("out/mysql.yaml"))).isEqualTo(pods);
  }

  /// Each extra object, and what has to be accepted because of it.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "security.istio.io/v1 AuthorizationPolicy bookstore {rules: [{}]} | widens-access",
        "security.istio.io/v1 PeerAuthentication bookstore {mtls: {mode: DISABLE}} | widens-access",
      })
  void whatStandsThereAlreadyIsNamed(String object, String effect) {
    String[] parts = object.split(" ", 4);
    Cli.write(
        here.resolve("in/extra.yaml"),
        "apiVersion: %s\nkind: %s\nmetadata: {name: extra, namespace: %s}\nspec: %s\n"
            .formatted(parts[0], parts[1], parts[2], parts[3]));

    Ran ran = translate("--istio-regex", "envoyfilter");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("not accepted: " + effect);
  }

  @Test
  void aServiceOutsideOfTheMeshIsNamed() {
    Cli.write(
        here.resolve("in/outside.yaml"),
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: legacy}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: old, namespace: legacy}
        spec: {selector: {app: old}, ports: [{port: 80, name: http}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: old, namespace: legacy}
        spec:
          selector: {matchLabels: {app: old}}
          template: {metadata: {labels: {app: old}}, spec: {containers: []}}
        """);

    Ran ran = translate("--istio-regex", "envoyfilter");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("not accepted: widens-access");
    assertThat(translate("--istio-regex", "envoyfilter", "--accept", "widens-access").status())
        .isZero();
  }

  @Test
  void aPlanWritesNothing() {
    Ran ran = translate("--istio-regex", "envoyfilter", "--plan");

    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("planned: ").endsWith("; nothing is written\n");
    assertThat(here.resolve("out")).doesNotExist();
  }

  @Test
  void strictRefusesWhatIsAcceptedElse() {
    Ran ran = translate("--istio-regex", "envoyfilter", "--strict");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .startsWith("meshc: refused: 3 losses are not accepted: changes-answer, cosmetic\n");
  }

  @Test
  void invalidInputIsNotTranslated() {
    Cli.write(here.resolve("in/bad.yaml"), "a: [\n");

    Ran refused = translate("--istio-regex", "envoyfilter");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.out()).contains("error[MC0001]", "--> in/bad.yaml:");
    assertThat(refused.err())
        .startsWith("meshc: refused: the input has 1 error, so nothing is written\n");

    Ran skipped = translate("--istio-regex", "envoyfilter", "--skip-invalid");
    assertThat(skipped.status()).as(skipped.err()).isZero();
    assertThat(skipped.err()).contains("meshc: the input has 1 error; what is invalid is left out");
  }

  @Test
  void filesOfOthersAreNotOverwritten() {
    Cli.write(here.resolve("out/mine.txt"), "mine\n");

    Ran ran = translate("--istio-regex", "envoyfilter");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "meshc: `out` holds files that meshc did not write, or that were changed since:"
                + " `mine.txt`\n"
                + "help: name an empty directory, or use `--force`, which keeps what is not in the"
                + " way\n");
    assertThat(translate("--istio-regex", "envoyfilter", "--force").status()).isZero();
    assertThat(Cli.read(here.resolve("out/mine.txt"))).isEqualTo("mine\n");
  }

  private Ran translate(String... options) {
    return Cli.run(
        here,
        "",
        Stream.concat(
                Stream.of("translate", "in", "--to", "istio", "-o", "out"), Stream.of(options))
            .toList());
  }
}
