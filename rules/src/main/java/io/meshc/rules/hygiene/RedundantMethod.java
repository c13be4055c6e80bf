package io.meshc.rules.hygiene;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A match lists a method that says nothing beside the others. Page, examples, tests: RedundantMethod.md, beside this file.
public final class RedundantMethod implements ResourceRule<HttpRouteGroup> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC5006", "redundant-method", Category.HYGIENE, Severity.WARNING, "0.1");
  }

  @Override
  public Class<HttpRouteGroup> reads() {
    return HttpRouteGroup.class;
  }

  @Override
  public Stream<Finding> check(HttpRouteGroup group, Checked input) {
    return group.matches().stream().flatMap(it -> onMatch(group, it.value().methods()).stream());
  }

  private List<Finding> onMatch(HttpRouteGroup group, List<At<String>> methods) {
    var findings = new ArrayList<Finding>();
    Optional<At<String>> star =
        methods.size() < 2
            ? Optional.empty()
            : methods.stream().filter(it -> it.value().equals("*")).findFirst();
    Set<String> seen = new HashSet<>();
    for (At<String> it : methods) {
      if (!seen.add(it.value())) {
        findings.add(
            at(it.origin(), group.meta().id(), "method `" + it.value() + "` stands twice"));
      }
    }
    if (star.isPresent() && seen.size() > 1) {
      findings.add(
          at(
                  star.get().origin(),
                  group.meta().id(),
                  "`*` covers every method: the others beside it say nothing")
              .help("leave out `*` if the others alone are meant"));
    }
    return findings;
  }
}
