package io.meshc.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Programs;
import io.meshc.conformance.Cli;
import io.meshc.envoy.RandomShop.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `decide` against real Envoys: random policies and routes in each language, requests at and beside every border that they draw, and
/// random ones.
///
/// `-Dconfigurations=20` runs so many of each language, from `-Dseed=1` on; a build takes a few.
final class DifferentialTest {
  private static final int CONFIGURATIONS = Integer.getInteger("configurations", 3);
  private static final long FIRST = Long.getLong("seed", 1);
  private static final Pattern SUMMARY =
      Pattern.compile("(?m)^([0-9]+) requests sent, for [0-9]+ classes of [0-9]+: (.*);");
  private static final Pattern UNKNOWN = Pattern.compile("([0-9]+) unknown");

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void envoysDoAsDecided(Language language) throws IOException {
    int sent = 0;
    int unknown = 0;
    var differ = new ArrayList<String>();
    for (long seed = FIRST; seed < FIRST + CONFIGURATIONS; seed++) {
      Cli.Ran ran = simulate(language, seed);
      Matcher summary = SUMMARY.matcher(ran.out());
      assertThat(summary.find()).as("seed %d: %s%s", seed, ran.out(), ran.err()).isTrue();
      sent += Integer.parseInt(summary.group(1));
      Matcher cases = UNKNOWN.matcher(summary.group(2));
      unknown += cases.find() ? Integer.parseInt(cases.group(1)) : 0;
      String which = "seed " + seed + ": ";
      ran.out().lines().filter(it -> it.endsWith("differs")).forEach(it -> differ.add(which + it));
    }
    System.out.printf(
        "%s: %d requests over %d configurations, %d unknown%n",
        language, sent, CONFIGURATIONS, unknown);
    assertThat(differ).isEmpty();
    assertThat(sent).isGreaterThan(40 * CONFIGURATIONS);
    assertThat(unknown).isLessThanOrEqualTo(sent / 100);
  }

  private Cli.Ran simulate(Language language, long seed) throws IOException {
    Path shop = Files.createDirectory(directory.resolve("shop-" + seed));
    Files.writeString(shop.resolve("shop.yaml"), RandomShop.yaml(language, seed));
    return Cli.run(
        shop,
        "",
        List.of(
            "envoy",
            "simulate",
            ".",
            "--each=3",
            "--random=" + seed,
            "--assume=closed",
            "--config=none",
            "--smi-path-regex=full",
            "--envoy=" + Programs.real("envoy")));
  }
}
