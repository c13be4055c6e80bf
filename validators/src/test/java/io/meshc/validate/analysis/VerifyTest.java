package io.meshc.validate.analysis;

import static io.meshc.validate.analysis.SmallMesh.closed;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.lower.Effect;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.model.Extension;
import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.source.Origin;
import io.meshc.validate.verify.Verify;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A translation that is wrong in one place has to be found, and one that is right has to pass.
class VerifyTest {
  private static final Match PREFIX = path(new TextPattern.Prefix("/api"));
  private static final Match REGEX =
      path(new TextPattern.FullRegex(Regex.of(".*a-book.*new").orElseThrow()));
  private static final Match GET = new Match.OnMethod(new TextPattern.Exact("GET"));
  private static final Match AGENT = new Match.OnHeader("agent", new TextPattern.Exact("curl"));

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "a string prefix as a path prefix", PREFIX, path(new TextPattern.PathPrefix("/api"))),
        Arguments.of("a prefix as an exact path", PREFIX, path(new TextPattern.Exact("/api"))),
        Arguments.of("a regex as contains", REGEX, path(new TextPattern.Contains("a-book"))),
        Arguments.of(
            "an open end",
            REGEX,
            path(new TextPattern.StartRegex(Regex.of(".*a-book.*new").orElseThrow()))),
        Arguments.of("a method lost", Match.all(PREFIX, GET), PREFIX),
        Arguments.of("a header lost", Match.all(PREFIX, AGENT), PREFIX),
        Arguments.of(
            "another case",
            path(new TextPattern.Exact("/api")),
            path(new TextPattern.IgnoreCase(new TextPattern.Exact("/api")))),
        Arguments.of("a negation lost", Match.all(GET, new Match.Not(PREFIX)), GET),
        Arguments.of("http lost", new Match.OnHttp(), Match.ANY),
        Arguments.of("all denied", PREFIX, Match.NONE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void finds(String mistake, Match source, Match target) {
    assertThat(compare(source, target, List.of()).differences()).as(mistake).isNotEmpty();
    assertThat(compare(source, source, List.of()).differences()).isEmpty();
  }

  /// A policy of the cluster's network makes every answer unknown, before and after: it must not hide a mistake.
  @Test
  void finds_it_below_a_network_policy() {
    SmallMesh source = new SmallMesh(closed()).allow("web-v1", "client", PREFIX);
    SmallMesh target = new SmallMesh(closed()).allow("web-v1", "client", Match.ANY);
    for (SmallMesh it : List.of(source, target)) {
      it.extensions.add(
          new Extension(
              SmallMesh.POLICY,
              PlaneId.CLUSTER,
              new Scope.Everywhere(),
              "a network policy",
              Extension.Touches.MAY_DENY,
              Origin.none()));
    }
    assertThat(Verify.compare(source.lookup(), target.lookup(), List.of(), 10_000).differences())
        .isNotEmpty();
    assertThat(Verify.compare(source.lookup(), source.lookup(), List.of(), 10_000).differences())
        .isEmpty();
  }

  @Test
  void a_lost_rule_is_explained_by_its_region_and_by_nothing_smaller() {
    assertThat(compare(PREFIX, Match.NONE, List.of(loss(PREFIX))).differences()).isEmpty();
    assertThat(
            compare(PREFIX, Match.NONE, List.of(loss(path(new TextPattern.Exact("/api")))))
                .differences())
        .isNotEmpty();
  }

  @Test
  void a_loss_that_narrows_never_explains_that_access_widens() {
    assertThat(compare(Match.NONE, PREFIX, List.of(loss(Match.ANY))).differences()).isNotEmpty();
  }

  @Test
  void says_when_it_was_cut_short() {
    var before = new SmallMesh(closed()).allow("web-v1", "client", PREFIX).lookup();
    Verify.Report report = Verify.compare(before, before, List.of(), 3);
    assertThat(report.complete()).isFalse();
    assertThat(report.asked()).isEqualTo(3);
  }

  private static Verify.Report compare(Match source, Match target, List<Loss> losses) {
    var before = new SmallMesh(closed()).allow("web-v1", "client", source).lookup();
    var after = new SmallMesh(closed()).allow("web-v1", "client", target).lookup();
    return Verify.compare(before, after, losses, 100_000);
  }

  private static Loss loss(Match match) {
    Region region = Region.at(new Scope.OfAccount("shop", "web-v1"), match);
    return new Loss(
        Origin.none(), Optional.empty(), "path match", Effect.NARROWS_ACCESS, region, "lost", "");
  }

  private static Match path(TextPattern pattern) {
    return new Match.OnPath(pattern);
  }
}
