package io.meshc.validate.rule;

import static io.meshc.diag.Problem.Kind.DUPLICATE_KEY;
import static io.meshc.diag.Problem.Kind.UNKNOWN_FIELD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshc.diag.Category;
import io.meshc.diag.CompilerBug;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleRunnerTest {
  private static final List<Finding> FINDINGS =
      RuleRunner.run(
          Sample.CATALOG,
          Sample.checked(
              List.of(
                  Sample.problem(UNKNOWN_FIELD, 2, "b"),
                  Sample.problem(DUPLICATE_KEY, 2, "c"),
                  Sample.problem(UNKNOWN_FIELD, 1, "a"),
                  Sample.problem(UNKNOWN_FIELD, 2, "b"))));

  @Test
  void saysEachThingOnceInTheOrderOfTheFile() {
    assertThat(FINDINGS).extracting(Finding::message).containsExactly("a", "c", "b");
  }

  @Test
  void takesSeverityAndRejectionFromTheCard() {
    assertThat(FINDINGS)
        .allSatisfy(it -> {
          assertThat(it.severity()).isEqualTo(Severity.ERROR);
          assertThat(it.rejected()).isTrue();
          assertThat(it.help()).isEqualTo("help");
        });
  }

  @Test
  void selects() {
    assertThat(messages(List.of(), List.of())).containsExactly("a", "c", "b");
    assertThat(messages(List.of("X100"), List.of())).containsExactly("c");
    assertThat(messages(List.of("invalid"), List.of("MC0002"))).containsExactly("c");
    assertThat(messages(List.of(), List.of("*"))).isEmpty();
  }

  @Test
  void namesTheWordsThatNameNoRule() {
    assertThat(Selection.of(Sample.CATALOG, List.of("od-field"), List.of("MC00O1")).errors())
        .containsExactly(
            "`od-field` names no rule, alias or category; did you mean `odd-field`?",
            "`MC00O1` names no rule, alias or category; did you mean `MC0001`?");
  }

  @ParameterizedTest
  @CsvSource({"MC1001,a-b", "MC601,a-b", "XX0001,a-b", "MC0001,aB", "MC0001,a_b"})
  void refusesCardsOfAnotherShape(String id, String name) {
    assertThatThrownBy(() -> new RuleCard(id, name, Category.INVALID, Severity.INFO, "0.1"))
        .isInstanceOf(CompilerBug.class);
  }

  private static List<String> messages(List<String> select, List<String> ignore) {
    return Selection.of(Sample.CATALOG, select, ignore).filter(FINDINGS).stream()
        .map(Finding::message)
        .toList();
  }
}
