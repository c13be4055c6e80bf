package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Two matches of a route group have one name. Page, examples, tests: DuplicateMatch.md, beside this file.
public final class DuplicateMatch implements ResourceRule<HttpRouteGroup> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0012", "duplicate-match", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public Class<HttpRouteGroup> reads() {
    return HttpRouteGroup.class;
  }

  @Override
  public Stream<Finding> check(HttpRouteGroup group, Checked input) {
    Map<String, At<String>> first = new HashMap<>();
    return group.matches().stream()
        .map(At::value)
        .flatMap(it -> it.name().stream())
        .flatMap(it ->
            Stream.ofNullable(first.putIfAbsent(it.value(), it))
                .map(other -> said(group, it, other)));
  }

  private Finding said(HttpRouteGroup group, At<String> name, At<String> first) {
    String message =
        "match `" + name.value() + "` stands twice in route group `" + group.meta().name() + "`";
    return at(name.origin(), group.meta().id(), message).because(first.origin(), "the first one");
  }
}
