package io.meshc.rules.portability;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A path expression that SMI and Open Service Mesh read differently, in a repo that does not show which of them reads it. Page, examples, tests: AmbiguousPathRegex.md, beside this file.
public final class AmbiguousPathRegex implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC4001", "ambiguous-path-regex", Category.PORTABILITY, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    Set<String> unclear =
        matches(input).flatMap(AmbiguousPathRegex::unclear).collect(Collectors.toSet());
    return input.resources(HttpRouteGroup.class).stream().flatMap(group -> onGroup(group, unclear));
  }

  private Stream<Finding> onGroup(HttpRouteGroup group, Set<String> unclear) {
    return group.matches().stream()
        .flatMap(it -> it.value().pathRegex().stream())
        .filter(it -> unclear.contains(it.value()))
        .map(it -> said(group, it));
  }

  private Finding said(HttpRouteGroup group, At<String> regex) {
    String message =
        "`" + regex.value() + "` is the whole path to Open Service Mesh, and a start of it to SMI";
    return at(regex.origin(), group.meta().id(), message)
        .help("end it with `$` or with `.*`, or say which with `--smi-path-regex`");
  }

  private static Stream<Match> matches(Checked input) {
    Stream<Match> authorizations =
        input.mesh().authorizations().stream()
            .flatMap(it -> it.rules().stream())
            .map(it -> it.requests().value());
    return Stream.concat(authorizations, input.routeRules().map(it -> it.match().value()));
  }

  /// The expressions in a match of which the model says that either reading may hold.
  private static Stream<String> unclear(Match match) {
    if (match
        instanceof
        Match.Unclear(Match.OnPath _, Match.OnPath(TextPattern.StartRegex(var regex)), var _)) {
      return Stream.of(regex.text());
    }
    if (match instanceof Match.All(var of)) {
      return of.stream().flatMap(AmbiguousPathRegex::unclear);
    }
    if (match instanceof Match.OneOf(var of)) {
      return of.stream().flatMap(AmbiguousPathRegex::unclear);
    }
    return match instanceof Match.Not(var of) ? unclear(of) : Stream.empty();
  }
}
