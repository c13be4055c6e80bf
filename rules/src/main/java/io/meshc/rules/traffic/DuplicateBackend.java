package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Route;
import io.meshc.model.Route.Backend;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.RouteRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// A Service stands twice among the backends of a split. Page, examples, tests: DuplicateBackend.md, beside this file.
public final class DuplicateBackend implements RouteRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2010", "duplicate-backend", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Route route, Checked input) {
    return Splits.isSplit(route)
        ? route.rules().stream().flatMap(it -> onRule(route, it))
        : Stream.empty();
  }

  private Stream<Finding> onRule(Route route, Route.Rule rule) {
    Map<String, Backend> first = new HashMap<>();
    return rule.backends().stream()
        .flatMap(it ->
            Stream.ofNullable(first.putIfAbsent(it.service().value().label(), it))
                .map(other -> said(route, it, other)));
  }

  private Finding said(Route route, Backend backend, Backend first) {
    String message = "backend `" + backend.service().value().name() + "` stands twice";
    return at(backend.service().origin(), route.resource(), message)
        .because(first.service().origin(), "the first one")
        .help("write one of them with the sum of the weights");
  }
}
