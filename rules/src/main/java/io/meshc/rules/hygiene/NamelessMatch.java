package io.meshc.rules.hygiene;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A match of a route group has no name, so that no rule can choose it. Page, examples, tests: NamelessMatch.md, beside this file.
public final class NamelessMatch implements ResourceRule<HttpRouteGroup> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC5007", "nameless-match", Category.HYGIENE, Severity.WARNING, "0.1");
  }

  @Override
  public Class<HttpRouteGroup> reads() {
    return HttpRouteGroup.class;
  }

  @Override
  public Stream<Finding> check(HttpRouteGroup group, Checked input) {
    return group.matches().stream()
        .filter(it -> it.value().name().isEmpty())
        .map(it ->
            at(
                it.origin(),
                group.meta().id(),
                "match of `"
                    + group.meta().name()
                    + "` has no name: no traffic target can name it"));
  }
}
