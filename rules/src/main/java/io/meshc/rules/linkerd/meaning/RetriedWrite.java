package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;
import java.util.stream.Stream;

/// A route retries requests that may have changed something already. Page, examples, tests: RetriedWrite.md, beside this file.
public final class RetriedWrite implements ResourceRule<HttpRoute> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2612", "retried-write", Category.TRAFFIC, Severity.INFO, "0.1");
  }

  private static final String RETRY = "retry.linkerd.io/http";
  private static final Set<String> WRITES = Set.of("POST", "PATCH");

  @Override
  public Class<HttpRoute> reads() {
    return HttpRoute.class;
  }

  @Override
  public Stream<Finding> check(HttpRoute route, Checked input) {
    At<String> retry = route.meta().annotations().get(RETRY);
    return retry == null
        ? Stream.empty()
        : route.rules().stream()
            .flatMap(it -> it.matches().stream())
            .flatMap(it -> it.method().stream())
            .filter(it -> WRITES.contains(it.value()))
            .map(it -> said(route, it, retry));
  }

  private Finding said(HttpRoute route, At<String> method, At<String> retry) {
    return at(
            method.origin(),
            route.meta().id(),
            "route `"
                + route.meta().name()
                + "` retries `"
                + method.value()
                + "`, which may have been carried out already")
        .because(retry.origin(), "retries are asked for here")
        .help("attach writes by a route of their own, without the annotation");
  }
}
