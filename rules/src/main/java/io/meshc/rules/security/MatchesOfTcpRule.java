package io.meshc.rules.security;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.dialect.smi.TcpRoute;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// A rule of a TrafficTarget that is about TCP or UDP lists matches. Page, examples, tests: MatchesOfTcpRule.md, beside this file.
public final class MatchesOfTcpRule implements ResourceRule<TrafficTarget> {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC1011", "matches-of-tcp-rule", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Class<TrafficTarget> reads() {
    return TrafficTarget.class;
  }

  @Override
  public Stream<Finding> check(TrafficTarget target, Checked input) {
    return target.rules().stream()
        .map(At::value)
        .filter(it -> it.kind().value().equals("TCPRoute") || it.kind().value().equals("UDPRoute"))
        .flatMap(it -> onRule(target, it, input).stream());
  }

  private Optional<Finding> onRule(TrafficTarget target, TrafficTarget.Rule rule, Checked input) {
    Optional<String> ownName =
        input
            .resource(id("TCPRoute", target, rule), TcpRoute.class)
            .flatMap(TcpRoute::matchName)
            .map(At::value);
    Optional<At<String>> stray =
        rule.matches().stream()
            .filter(it -> ownName.filter(it.value()::equals).isEmpty())
            .findFirst();
    if (rule.matches().isEmpty()) {
      return Optional.empty();
    }
    Optional<HttpRouteGroup> group =
        OpenServiceMesh.shown(input)
            .flatMap(_ -> input.resource(id("HTTPRouteGroup", target, rule), HttpRouteGroup.class));
    if (group.isPresent()) {
      return Optional.of(
          at(
                  rule.matches().getFirst().origin(),
                  target.meta().id(),
                  "Open Service Mesh reads these as matches of route group `"
                      + rule.name().value()
                      + "`, and grants them")
              .as(Severity.ERROR)
              .because(group.get().meta().origin(), "the route group"));
    }
    return stray.map(it ->
        at(
            it.origin(),
            target.meta().id(),
            rule.kind().value() + " has no match `" + it.value() + "`: the rule means all of it"));
  }

  private static ResourceId id(String kind, TrafficTarget target, TrafficTarget.Rule rule) {
    return new ResourceId(SmiGroups.SPECS, kind, target.meta().namespace(), rule.name().value());
  }
}
