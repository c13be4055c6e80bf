package io.meshc.rules.reference;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.model.Reference;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ReferenceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A policy names a match that its route group does not have. Page, examples, tests: UnknownMatch.md, beside this file.
public final class UnknownMatch implements ReferenceRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC3003", "unknown-match", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public Stream<Finding> check(Reference reference, Checked input) {
    int part = reference.to().name().indexOf('#');
    if (part < 0 || reference.state() == Reference.State.FOUND) {
      return Stream.empty();
    }
    // of a group that is not there, unknown-route-group speaks
    return input.resource(group(reference.to(), part), HttpRouteGroup.class).stream()
        .map(it -> said(reference, it, reference.to().name().substring(part + 1)));
  }

  private static ResourceId group(ResourceId to, int part) {
    return new ResourceId(to.group(), to.kind(), to.namespace(), to.name().substring(0, part));
  }

  private Finding said(Reference reference, HttpRouteGroup group, String match) {
    List<String> known =
        group.matches().stream().flatMap(it -> it.value().name().stream()).map(At::value).toList();
    String message = "match `" + match + "` is not in route group `" + group.meta().name() + "`";
    return at(reference.origin(), reference.from(), message)
        .because(group.meta().origin(), "the route group")
        .help(Missing.didYouMean(match, known));
  }
}
