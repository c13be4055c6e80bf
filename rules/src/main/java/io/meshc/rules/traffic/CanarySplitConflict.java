package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Route;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.RouteRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A route stands where a controller makes one. Page, examples, tests: CanarySplitConflict.md, beside this file.
public final class CanarySplitConflict implements RouteRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2033", "canary-split-conflict", Category.TRAFFIC, Severity.ERROR, "0.2");
  }

  @Override
  public Stream<Finding> check(Route route, Checked input) {
    if (isMade(route)) {
      return Stream.empty();
    }
    return input.lookup().routesOf(route.service()).stream()
        .filter(it -> isMade(it) && it.plane().equals(route.plane()))
        .limit(1)
        .map(it -> said(route, it));
  }

  /// Whether a controller makes it: it stands for an order to that controller, not for a route that somebody wrote.
  private static boolean isMade(Route route) {
    String kind = route.resource().kind();
    return kind.equals("Canary") || kind.equals("Rollout");
  }

  private Finding said(Route route, Route made) {
    String message =
        "%s `%s` makes the route of Service `%s`, and this %s is a second one"
            .formatted(
                made.resource().kind(),
                made.resource().name(),
                route.service().name(),
                route.resource().kind());
    return at(route.origin(), route.resource(), message)
        .because(made.origin(), "the " + made.resource().kind())
        .help("remove it: the controller writes it, and moves its weights");
  }
}
