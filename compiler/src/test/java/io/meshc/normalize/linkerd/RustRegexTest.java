package io.meshc.normalize.linkerd;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.match.Match;
import io.meshc.model.match.Truth;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the regular expressions of Rust take, and where nobody knows.
class RustRegexTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/a.* /ab yes",
        "/a.* /b no",
        "/(a|ab) /a yes",
        // the first alternative is found, and it is not the whole path
        "/(a|ab) /ab no",
        "/(ab|a) /ab yes",
        "/a*? /aa no",
        "/a?(ab)? /ab no",
        "/[0-9]+/x /12/x yes",
        "/\\d+ /12 yes",
        "b /ab no",
        "(?i)/A /a yes",
        "/[a-z&&[^b]] /a unknown",
        "/[[:alpha:]] /a yes",
        "(?x)/a /a unknown",
        "/a{2000} /a unknown"
      })
  void takes(String regex, String path, String expected) {
    Match match = RustRegex.match(regex, Match.OnPath::new).orElseThrow();
    var request =
        new Request(Optional.empty(), 80, 80, Protocol.HTTP, "GET", "", path, path, Map.of());
    Truth truth = match.covers(request);
    String said = truth.isYes() ? "yes" : truth.isNo() ? "no" : "unknown";
    assertThat(said).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?=a)", "(?<!a)b", "(a)\\1", "\\Qa\\E", "a(", "*a"})
  void refuses(String regex) {
    assertThat(RustRegex.match(regex, Match.OnPath::new)).isEmpty();
  }
}
