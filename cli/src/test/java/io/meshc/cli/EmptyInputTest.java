package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Input that shows next to nothing: what it does not show is unknown, and no request passes because nothing was read.
class EmptyInputTest {
  private static final String MAP =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: %s}\n";

  @TempDir private Path here;

  /// What the file holds, who calls what, and the verdict.
  @ParameterizedTest
  @CsvSource({
    "'', sa:shop/web, cart.shop, unknown",
    "# nothing, sa:shop/web, cart.shop, unknown",
    "'a: b: c', sa:shop/web, cart.shop, unknown",
    "'a: b: c', sa:shop/web, cart.other, unknown",
    "'a: b: c', outside, cart.shop, unknown",
    "'a: b: c', outside, example.org, unknown",
    "shop, sa:shop/web, cart.shop, unknown",
    "other, sa:shop/web, cart.shop, unknown",
    "other, sa:shop/web, cart.other, unknown",
    "other, sa:shop/web, example.org, allow",
    "shop, outside, cart.shop, unknown"
  })
  void isUnknown(String text, String from, String to, String verdict) {
    boolean isNamespace = text.matches("[a-z]+");
    Cli.write(here.resolve("file.yaml"), isNamespace ? MAP.formatted(text) : text);

    assertThat(query(from, to).out()).startsWith(verdict + ":");
    assertThat(query(from, to, "--expect", "allow").status())
        .isEqualTo(verdict.equals("allow") ? 0 : 1);
  }

  private Ran query(String from, String to, String... more) {
    var args = new ArrayList<>(List.of("query", "file.yaml", "--from", from, "--to", to));
    Stream.of(more).forEach(args::add);
    return Cli.run(here, "", args);
  }
}
