package io.meshc.normalize.smi;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern.FullRegex;
import io.meshc.model.match.TextPattern.StartRegex;
import io.meshc.normalize.Settings.PathReading;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadPathTest {

  @ParameterizedTest
  @CsvSource({
    "/a, true",
    "/a.*, false",
    "/a$, false",
    "/a\\$, true",
    "/a\\\\$, false",
    "/a\\.*, true",
    ".*, false",
    "/a|/b.*, true",
    "(/a|/b).*, false",
    "/[|]x.*, false",
    "/a|/b$, true",
    "[, true"
  })
  void is_unclear_where_the_readings_differ(String regex, boolean unclear) {
    assertThat(ReadPath.read(regex, Optional.empty()) instanceof Match.Unclear).isEqualTo(unclear);
  }

  @Test
  void is_clear_where_somebody_says_so() {
    assertThat(ReadPath.read("/a", Optional.of(PathReading.FULL)))
        .isInstanceOfSatisfying(
            Match.OnPath.class, it -> assertThat(it.path()).isInstanceOf(FullRegex.class));
    assertThat(ReadPath.read("/a", Optional.of(PathReading.PREFIX)))
        .isInstanceOfSatisfying(
            Match.OnPath.class, it -> assertThat(it.path()).isInstanceOf(StartRegex.class));
  }
}
