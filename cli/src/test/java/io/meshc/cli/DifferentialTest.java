package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `decide` against real Envoys: random policies and routes, and requests at and beside every border that they draw.
///
/// `-Dconfigurations=60` runs as many as are asked for; a build takes a few.
final class DifferentialTest {
  private static final int CONFIGURATIONS = Integer.getInteger("configurations", 4);
  private static final long FIRST = Long.getLong("seed", 1);
  private static final Pattern SUMMARY =
      Pattern.compile("(?m)^([0-9]+) requests sent, for [0-9]+ classes of [0-9]+: (.*);");
  private static final Pattern UNKNOWN = Pattern.compile("([0-9]+) unknown");

  @TempDir private Path directory;

  @Test
  void envoysDoAsDecided() throws IOException {
    Path envoy = Programs.real("envoy");
    int sent = 0;
    int unknown = 0;
    var differ = new ArrayList<String>();
    for (long seed = FIRST; seed < FIRST + CONFIGURATIONS; seed++) {
      Path shop = Files.createDirectory(directory.resolve("shop-" + seed));
      Files.writeString(shop.resolve("shop.yaml"), RandomShop.yaml(seed));
      Cli.Ran ran =
          Cli.run(
              shop,
              "",
              List.of(
                  "envoy",
                  "simulate",
                  ".",
                  "--each",
                  "3",
                  "--assume",
                  "closed",
                  "--config",
                  "none",
                  "--envoy",
                  envoy.toString()));
      Matcher summary = SUMMARY.matcher(ran.out());
      assertThat(summary.find()).as("seed %d: %s%s", seed, ran.out(), ran.err()).isTrue();
      sent += Integer.parseInt(summary.group(1));
      Matcher cases = UNKNOWN.matcher(summary.group(2));
      unknown += cases.find() ? Integer.parseInt(cases.group(1)) : 0;
      String which = "seed " + seed + ": ";
      ran.out().lines().filter(it -> it.endsWith("differs")).forEach(it -> differ.add(which + it));
    }
    System.out.println(
        sent + " requests over " + CONFIGURATIONS + " configurations, " + unknown + " unknown");
    assertThat(differ).isEmpty();
    assertThat(sent).isGreaterThan(40 * CONFIGURATIONS);
    assertThat(unknown).isLessThanOrEqualTo(sent / 100);
  }
}
