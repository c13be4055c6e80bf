package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import io.meshc.conformance.Shared;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            "meshc: `out` holds files that meshc did not write, or that were changed since: `mine.txt`\n"
                + "help: name an empty directory, or use `--force`, which keeps what is not in the way\n");
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
