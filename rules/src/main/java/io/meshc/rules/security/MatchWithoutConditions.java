package io.meshc.rules.security;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.dialect.smi.HttpRouteGroup.HttpMatch;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A match of a route group asks nothing, so every HTTP request has it. Page, examples, tests: MatchWithoutConditions.md, beside this file.
public final class MatchWithoutConditions implements ResourceRule<HttpRouteGroup> {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC1012", "match-without-conditions", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Class<HttpRouteGroup> reads() {
    return HttpRouteGroup.class;
  }

  @Override
  public Stream<Finding> check(HttpRouteGroup group, Checked input) {
    return group.matches().stream()
        .filter(it -> asksNothing(it.value()))
        .filter(it -> !hasProblem(group, it, input))
        .map(it -> said(group, it));
  }

  private static boolean asksNothing(HttpMatch match) {
    return match.pathRegex().isEmpty() && match.methods().isEmpty() && match.headers().isEmpty();
  }

  /// What is written, but wrong, is reported as such.
  private static boolean hasProblem(HttpRouteGroup group, At<HttpMatch> match, Checked input) {
    String path = match.origin().path();
    String own = path.endsWith(".name") ? path.substring(0, path.length() - 4) : path;
    return input.problems(group.meta().id()).stream()
        .anyMatch(it -> it.origin().path().startsWith(own));
  }

  private Finding said(HttpRouteGroup group, At<HttpMatch> match) {
    String name = match.value().name().map(it -> "`" + it.value() + "` ").orElse("");
    return at(
            match.origin(),
            group.meta().id(),
            "match " + name + "asks nothing: every HTTP request has it")
        .help("say what is meant; if it is everything, write `pathRegex: .*`");
  }
}
