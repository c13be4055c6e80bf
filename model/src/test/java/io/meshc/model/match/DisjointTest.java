package io.meshc.model.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.model.match.TextPattern.Exact;
import io.meshc.model.match.TextPattern.FullRegex;
import io.meshc.model.match.TextPattern.PathPrefix;
import io.meshc.model.match.TextPattern.StartRegex;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisjointTest {

  @ParameterizedTest
  @CsvSource({
    "/a, /b, true",
    "/a, /a, false",
    "/a.*, /b.*, true",
    "/a.*, /ab, false",
    "/a.*, .*b, false",
    "/a/[0-9]+, /b/[0-9]+, true",
    "/a/[0-9]+, /a/[a-z]+, false",
    "/ab?, /a, false",
    "/ab*, /ac, true",
    "/ab?c+, /ac, false",
    "/a|/b.+, /b/c, false",
    "/x|/b.+, /a/.+c, false",
    "/(a|b), /c, true"
  })
  void paths(String left, String right, boolean disjoint) {
    assertThat(Disjoint.surely(path(left), path(right))).isEqualTo(disjoint);
    assertThat(Disjoint.surely(path(right), path(left))).isEqualTo(disjoint);
  }

  private static Match path(String regex) {
    return new Match.OnPath(new FullRegex(Regex.of(regex).orElseThrow()));
  }

  @Test
  void one_attribute_is_enough() {
    Match get = Match.all(new Match.OnHttp(), method("GET"), path("/a.*"));
    Match post = Match.all(new Match.OnHttp(), method("POST"), path("/a.*"));
    assertThat(Disjoint.surely(get, post)).isTrue();
    assertThat(Disjoint.surely(get, Match.oneOf(List.of(post, get)))).isFalse();
    assertThat(Disjoint.surely(new Match.Not(new Match.OnHttp()), get)).isTrue();
    assertThat(Disjoint.surely(get, Match.NONE)).isTrue();
    assertThat(Disjoint.surely(get, Match.ANY)).isFalse();
    assertThat(Disjoint.surely(new Match.OnWorkloadPort(80), new Match.OnWorkloadPort(81)))
        .isTrue();
    assertThat(Disjoint.surely(new Match.Unclear(Match.NONE, get, ""), post)).isTrue();
    assertThat(Disjoint.surely(new Match.Unclear(Match.NONE, Match.ANY, ""), post)).isFalse();
  }

  /// A header may be there twice.
  @Test
  void headers_set_nothing_apart() {
    assertThat(Disjoint.surely(header("a"), header("b"))).isFalse();
  }

  private static Match header(String value) {
    return new Match.OnHeader("x", new Exact(value));
  }

  private static Match method(String name) {
    return new Match.OnMethod(new Exact(name));
  }

  /// No text of a small alphabet is accepted by two patterns that are said to be disjoint.
  @Test
  void no_text_is_in_both() {
    List<String> texts = words(4);
    List<TextPattern> patterns = patterns();
    long disjoint = 0;
    for (TextPattern left : patterns) {
      for (TextPattern right : patterns) {
        if (Disjoint.surely(new Match.OnPath(left), new Match.OnPath(right))) {
          disjoint++;
          assertThat(texts)
              .as(left.described() + " and " + right.described())
              .noneMatch(it -> left.accepts(it) && right.accepts(it));
        }
      }
    }
    assertThat(disjoint).isGreaterThan(100);
  }

  private static List<TextPattern> patterns() {
    Stream<String> regexes =
        Stream.of(
            "/a",
            "/a.*",
            "/b.*",
            "/ab?",
            "/a?b",
            "/a*",
            "/(a|b)",
            "/a|/b",
            "^/a$",
            "/a{0,1}b",
            ".*a",
            "/.*b",
            "/ba+",
            "/[ab]",
            "",
            "/a\\.",
            "a|",
            "/ab{2}",
            "/aa.*|/b");
    return regexes
        .map(it -> Regex.of(it).orElseThrow())
        .<TextPattern>flatMap(it ->
            Stream.of(
                new FullRegex(it),
                new StartRegex(it),
                new PathPrefix(it.text()),
                new Exact(it.text())))
        .toList();
  }

  private static List<String> words(int length) {
    return length == 0
        ? List.of("")
        : Stream.concat(
                words(length - 1).stream(),
                words(length - 1).stream()
                    .flatMap(it -> Stream.of("/", "a", "b", ".").map(end -> it + end)))
            .distinct()
            .toList();
  }
}
