package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.dialect.smi.HttpRouteGroup.HeaderForm;
import io.meshc.dialect.smi.HttpRouteGroup.HeaderMatch;
import io.meshc.dialect.smi.HttpRouteGroup.HttpMatch;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// A match of a route group states one header twice. Page, examples, tests: DuplicateHeader.md, beside this file.
public final class DuplicateHeader implements ResourceRule<HttpRouteGroup> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0014", "duplicate-header", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public Class<HttpRouteGroup> reads() {
    return HttpRouteGroup.class;
  }

  @Override
  public Stream<Finding> check(HttpRouteGroup group, Checked input) {
    return group.matches().stream().flatMap(it -> onMatch(group, it.value()));
  }

  private Stream<Finding> onMatch(HttpRouteGroup group, HttpMatch match) {
    Map<String, At<String>> first = new HashMap<>();
    return match.headers().stream()
        .map(HeaderMatch::name)
        .flatMap(it ->
            Stream.ofNullable(first.putIfAbsent(it.value().toLowerCase(Locale.ROOT), it))
                // the same key twice in a mapping is no YAML: duplicate-key speaks of it
                .filter(other ->
                    match.headerForm() == HeaderForm.LIST || !other.value().equals(it.value()))
                .map(other -> said(group, it, other)));
  }

  private Finding said(HttpRouteGroup group, At<String> name, At<String> first) {
    Finding finding =
        name.value().equals(first.value())
            ? at(
                name.origin(),
                group.meta().id(),
                "header `" + name.value() + "` stands twice, and the last one alone counts")
            : at(
                    name.origin(),
                    group.meta().id(),
                    "`" + name.value() + "` and `" + first.value() + "` are one header")
                .as(Severity.WARNING);
    return finding.because(first.origin(), "the first one");
  }
}
