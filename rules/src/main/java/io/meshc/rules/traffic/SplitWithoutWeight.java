package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Route;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.RouteRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// All backends of a split weigh nothing. Page, examples, tests: SplitWithoutWeight.md, beside this file.
public final class SplitWithoutWeight implements RouteRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2002", "split-without-weight", Category.TRAFFIC, Severity.ERROR, "0.1");
  }

  @Override
  public Stream<Finding> check(Route route, Checked input) {
    return route.rules().stream()
        .filter(_ -> Splits.isSplit(route))
        .filter(it -> !it.backends().isEmpty() && it.totalWeight() == 0)
        .map(
            it -> at(it.backends().getFirst().weight().origin(), route.resource(), message(route)));
  }

  private static String message(Route route) {
    return "every backend of the split of `" + route.service().name() + "` has weight 0";
  }
}
