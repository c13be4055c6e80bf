package io.meshc.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Patterns relative to `/repository/deploy`; `gitignore(5)` decides.
class PathPatternsTest {
  private static final Path BASE = Path.of("/repository/deploy");

  @ParameterizedTest(name = "{0} holds {1}: {2}")
  @CsvSource({
    "old,             old/a.yaml,          true",
    "old,             x/old/a.yaml,        true",
    "old,             older/a.yaml,        false",
    "old/,            old/a.yaml,          true",
    "old/,            old,                 false", // a file of that name
    "/old,            x/old/a.yaml,        false",
    "x/old,           x/old/a.yaml,        true",
    "x/old,           y/x/old/a.yaml,      false",
    "**/x/old,        y/x/old/a.yaml,      true",
    "*.tpl.yaml,      x/y/a.tpl.yaml,      true",
    "x/*.yaml,        x/y/a.yaml,          false",
    "x/**/a.yaml,     x/y/z/a.yaml,        true",
    "old,             ../old/a.yaml,       false", // beside the directory, not below it
    "deploy,          a.yaml,              false", // the directory itself has no name
    "*.yaml !a.yaml,  x/a.yaml,            false",
    "*.yaml !a.yaml,  x/b.yaml,            true",
    "x !x/a.yaml,     x/a.yaml,            true", // nothing below what is named can be taken back
  })
  void hold(String patterns, String file, boolean expected) {
    PathPatterns of = PathPatterns.of(BASE, List.of(patterns.split(" ")));
    assertThat(of.hold(BASE.resolve(file).normalize())).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "# a comment", "[a"})
  void areNone(String text) {
    assertThat(PathPatterns.isPattern(text)).isFalse();
  }

  @Test
  void noneHoldNothing() {
    assertThat(PathPatterns.NONE.hold(BASE.resolve("a.yaml"))).isFalse();
  }
}
