package io.meshc.validate.rule;

import static io.meshc.diag.Problem.Kind.DUPLICATE_KEY;
import static io.meshc.diag.Problem.Kind.UNKNOWN_FIELD;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Finding;
import io.meshc.source.Origin;
import io.meshc.source.Span;
import io.meshc.validate.rule.Suppressions.Suppressed;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Two environments with a `double-key` on line 1 and an `odd-field` on line 2; the first one suppresses its `odd-field`.
final class ExemptionsTest {
  private static final List<Finding> FINDINGS =
      RuleRunner.run(
          Sample.CATALOG,
          Sample.checked(
              List.of(
                  Sample.problem(DUPLICATE_KEY, 1, "a"), Sample.problem(UNKNOWN_FIELD, 2, "b"))));

  @Test
  void takeOutWhatTheyReach() {
    var exemptions = exemptions(exemption(7, "MC0001", _ -> true));

    assertThat(second(exemptions).kept()).extracting(Finding::message).containsExactly("b");
    assertThat(second(exemptions).suppressed()).extracting(Finding::message).containsExactly("a");
    assertThat(exemptions.unused()).isEmpty();
  }

  @Test
  void areUnusedIfNoEnvironmentHasWhatTheyReach() {
    var exemptions =
        exemptions(
            exemption(7, "MC0001", it -> it.origin().line() == 2),
            exemption(8, "MC0002", _ -> true));
    first(exemptions);
    second(exemptions);

    assertThat(exemptions.unused()).extracting(Finding::message).containsExactly("idle MC0001");
    assertThat(exemptions.unused().getFirst().origin().line()).isEqualTo(7);
  }

  @Test
  void areOfUseWhereTheFileSuppressesTheSame() {
    var exemptions = exemptions(exemption(7, "MC0002", _ -> true));
    first(exemptions);

    assertThat(exemptions.unused()).isEmpty();
  }

  @Test
  void ofTheRuleThatSpeaksOfThemAreThereInAdvance() {
    assertThat(exemptions(exemption(7, "MC5001", _ -> true)).unused()).isEmpty();
  }

  private static Suppressed first(Exemptions exemptions) {
    return exemptions.apply(new Suppressed(FINDINGS.subList(0, 1), FINDINGS.subList(1, 2)));
  }

  private static Suppressed second(Exemptions exemptions) {
    return exemptions.apply(new Suppressed(FINDINGS, List.of()));
  }

  private static Exemptions exemptions(Exemption... all) {
    return new Exemptions(List.of(all), Sample.CATALOG);
  }

  private static Exemption exemption(int line, String rule, Predicate<Finding> reaches) {
    var origin = new Origin(".meshc.yaml", "ignore[0]", new Span(line, 3, line, 9));
    return new Exemption(origin, rule, Set.of(rule), reaches);
  }
}
