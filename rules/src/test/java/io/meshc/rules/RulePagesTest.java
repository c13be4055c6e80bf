package io.meshc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Finding;
import io.meshc.rules.RulePage.Example;
import io.meshc.rules.RulePage.Row;
import io.meshc.validate.rule.Rule;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example of every page goes through all stages: those under Bad give the findings that they are marked with, on
/// these lines and no others; those under Good give none of the page's rule.
final class RulePagesTest {
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("examples")
  void pageIsTrue(String rule, String which, Rule on, Example example) {
    List<Finding> findings = of(on, Judged.findings(example.text()));

    List<String> said =
        findings.stream().map(it -> it.origin().line() + ": " + it.message()).toList();
    assertThat(findings.stream().map(it -> it.origin().line()).distinct())
        .as("lines of %s", said)
        .containsExactlyInAnyOrderElementsOf(example.marks().keySet());
    assertThat(findings)
        .allSatisfy(it ->
            assertThat(it.message())
                .contains(example.marks().get(it.origin().line()))
                .doesNotContain("\n")
                .doesNotEndWith("."));
  }

  /// Each condition that a page lists: a change that fails it gives a finding in its neighbourhood, one that passes it none.
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rows")
  void conditionsAreTrue(String rule, String condition, Rule on, String base, Row row) {
    List<Finding> good = of(on, Judged.findings(Changed.by(base, row.good())));
    assertThat(good).as("taken: %s", row.good()).isEmpty();
    assertThat(row.bad()).isNotEqualTo(row.good());
    List<Finding> bad = of(on, Judged.findings(Changed.by(base, row.bad())));
    assertThat(bad).as("found: %s", row.bad()).isNotEmpty();
    List<String> paths = row.bad().stream().map(Changed::path).toList();
    assertThat(bad)
        .allSatisfy(it -> {
          assertThat(it.message()).doesNotContain("\n").doesNotEndWith(".");
          assertThat(it.origin().line()).isPositive();
          assertThat(paths)
              .as("near %s: %s", it.origin().path(), it.message())
              .anyMatch(path -> Changed.near(path, it.origin().path()));
        });
  }

  static Stream<Arguments> rows() {
    return Catalog.ALL.stream()
        .flatMap(rule -> {
          RulePage page = RulePage.of(rule);
          return page.rows().stream()
              .map(it ->
                  Arguments.of(
                      rule.card().name(),
                      it.condition(),
                      rule,
                      page.examples("Good").getFirst().text(),
                      it));
        });
  }

  private static List<Finding> of(Rule rule, List<Finding> findings) {
    return findings.stream().filter(it -> it.rule().equals(rule.card().id())).toList();
  }

  static Stream<Arguments> examples() {
    return Catalog.ALL.stream()
        .flatMap(rule -> Stream.of("Bad", "Good").flatMap(it -> examples(rule, it)));
  }

  private static Stream<Arguments> examples(Rule rule, String heading) {
    List<Example> all = RulePage.of(rule).examples(heading);
    return IntStream.range(0, all.size())
        .mapToObj(i -> Arguments.of(rule.card().name(), heading + " " + (i + 1), rule, all.get(i)));
  }
}
