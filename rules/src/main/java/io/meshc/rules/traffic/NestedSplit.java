package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Route;
import io.meshc.model.Route.Backend;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.RouteRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A backend of a split is split itself. Page, examples, tests: NestedSplit.md, beside this file.
public final class NestedSplit implements RouteRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2006", "nested-split", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Route route, Checked input) {
    return route.rules().stream()
        .filter(_ -> Splits.isSplit(route))
        .flatMap(it -> it.backends().stream())
        .flatMap(it -> onBackend(route, it, input));
  }

  private Stream<Finding> onBackend(Route route, Backend backend, Checked input) {
    String name = backend.service().value().name();
    if (backend.service().value().equals(route.service())) {
      return Stream.of(
          said(route, backend, "service `" + name + "` is a backend of its own split"));
    }
    return input.lookup().routesOf(backend.service().value()).stream()
        .filter(Splits::isSplit)
        .limit(1)
        .map(inner ->
            said(route, backend, "backend `" + name + "` is split itself")
                .because(inner.origin(), "`" + inner.resource().name() + "` splits it"));
  }

  private Finding said(Route route, Backend backend, String message) {
    return at(backend.service().origin(), route.resource(), message);
  }
}
