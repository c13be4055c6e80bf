package io.meshc.model.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.model.match.TextPattern.Contains;
import io.meshc.model.match.TextPattern.Exact;
import io.meshc.model.match.TextPattern.FullRegex;
import io.meshc.model.match.TextPattern.NotEmpty;
import io.meshc.model.match.TextPattern.PathPrefix;
import io.meshc.model.match.TextPattern.Prefix;
import io.meshc.model.match.TextPattern.StartRegex;
import io.meshc.model.match.TextPattern.Suffix;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlainRegexTest {

  static Stream<Arguments> full() {
    return Stream.of(
        Arguments.of("/books-bought", new Exact("/books-bought")),
        Arguments.of("^/books-bought$", new Exact("/books-bought")),
        Arguments.of("/v1\\.0", new Exact("/v1.0")),
        Arguments.of("/api/.*", new Prefix("/api/")),
        Arguments.of("/api/.*$", new Prefix("/api/")),
        Arguments.of(".*/new", new Suffix("/new")),
        Arguments.of(".*admin.*", new Contains("admin")),
        Arguments.of(".*-http-client/*.*", new Contains("-http-client")),
        Arguments.of(".*", TextPattern.ANYTHING),
        Arguments.of(".*.*", TextPattern.ANYTHING),
        Arguments.of(".+", new NotEmpty()),
        Arguments.of("/cart(/.*)?", new PathPrefix("/cart")),
        Arguments.of("^/cart(?:/.*)?$", new PathPrefix("/cart")),
        Arguments.of("", new Exact("")));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("full")
  void says_no_more_than_a_simpler_pattern(String regex, TextPattern expected) {
    assertThat(PlainRegex.simplest(new FullRegex(regex(regex)))).isEqualTo(expected);
  }

  static List<String> notPlain() {
    return List.of(
        ".*a-book.*new",
        "/a|/b",
        "(?i)/a",
        "/[ab]",
        "/a+",
        "/a*",
        "/.x",
        "a.+",
        "/x{2}",
        "\\d",
        "a^b",
        "\\Qa\\E",
        "/cart/(/.*)?",
        "/c.rt(/.*)?",
        "/a|/cart(/.*)?");
  }

  @ParameterizedTest
  @MethodSource("notPlain")
  void stays_a_regex(String regex) {
    var pattern = new FullRegex(regex(regex));
    assertThat(PlainRegex.simplest(pattern)).isEqualTo(pattern);
  }

  static Stream<Arguments> start() {
    return Stream.of(
        Arguments.of("/api", new Prefix("/api")),
        Arguments.of("^/api", new Prefix("/api")),
        Arguments.of("/api$", new Exact("/api")),
        Arguments.of("/api/.*", new Prefix("/api/")),
        Arguments.of("", TextPattern.ANYTHING));
  }

  @ParameterizedTest(name = "{0} at the start is {1}")
  @MethodSource("start")
  void a_start_leaves_the_end_open(String regex, TextPattern expected) {
    assertThat(PlainRegex.simplest(new StartRegex(regex(regex)))).isEqualTo(expected);
  }

  /// The law: whatever comes out accepts exactly what went in accepts.
  @Test
  void never_changes_what_is_accepted() {
    var random = new Random(20261121);
    String pieces = "ab/.*+?|()[]^$\\{}2,";
    int simplified = 0;
    for (int round = 0; round < 60_000; round++) {
      String text = text(random, pieces, 7);
      var regex = Regex.of(text);
      if (regex.isEmpty()) {
        continue;
      }
      for (TextPattern before : List.of(new FullRegex(regex.get()), new StartRegex(regex.get()))) {
        TextPattern after = PlainRegex.simplest(before);
        simplified += after.equals(before) ? 0 : 1;
        for (int i = 0; i < 6; i++) {
          String value = text(random, "ab/.*+?2", 6);
          assertThat(after.accepts(value))
              .as("%s on `%s`", before, value)
              .isEqualTo(before.accepts(value));
        }
      }
    }
    assertThat(simplified).isGreaterThan(1000);
  }

  private static String text(Random random, String alphabet, int most) {
    var out = new StringBuilder();
    int length = random.nextInt(most + 1);
    for (int i = 0; i < length; i++) {
      out.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return out.toString();
  }

  private static Regex regex(String text) {
    return Regex.of(text).orElseThrow();
  }
}
