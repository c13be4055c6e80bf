package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Route;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.RouteRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// Two splits share out the traffic of one Service. Page, examples, tests: SplitConflict.md, beside this file.
public final class SplitConflict implements RouteRule {
  /// Of the others; the message says how many there are.
  private static final int MOST = 10;

  @Override
  public RuleCard card() {
    return new RuleCard("MC2001", "split-conflict", Category.TRAFFIC, Severity.ERROR, "0.1");
  }

  @Override
  public Stream<Finding> check(Route route, Checked input) {
    if (!Splits.isSplit(route)) {
      return Stream.empty();
    }
    List<Route> others =
        input.lookup().routesOf(route.service()).stream()
            .filter(Splits::isSplit)
            .filter(it -> !it.resource().equals(route.resource()))
            .toList();
    if (others.isEmpty()) {
      return Stream.empty();
    }
    Finding finding =
        at(
            route.origin(),
            route.resource(),
            "service `" + route.service().name() + "` is split " + (others.size() + 1) + " times");
    for (Route other : others.subList(0, Math.min(MOST, others.size()))) {
      finding = finding.because(other.origin(), "`" + other.resource().name() + "` splits it too");
    }
    return Stream.of(finding.help("say all of it in one TrafficSplit"));
  }
}
