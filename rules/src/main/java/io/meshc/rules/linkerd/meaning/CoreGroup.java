package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.gateway.route.GrpcRoute;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.dialect.gateway.route.StreamRoute;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A route names the group `core`, which only Linkerd knows. Page, examples, tests: CoreGroup.md, beside this file.
public final class CoreGroup implements KindsRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC4602", "core-group", Category.PORTABILITY, Severity.INFO, "0.1");
  }

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(HttpRoute.class, GrpcRoute.class, StreamRoute.class);
  }

  @Override
  public Stream<Finding> check(Resource resource, Checked input) {
    Route route = (Route) resource;
    return route.parentRefs().stream()
        .flatMap(it -> it.group().stream())
        .filter(it -> it.value().equals("core"))
        .map((At<String> it) ->
            at(it.origin(), route.meta().id(), "group `core` is known to Linkerd alone")
                .help("the group of a Service is the empty text: `\"\"`"));
  }
}
