package io.meshc.rules.hygiene;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.kubernetes.HiddenObject;
import io.meshc.dialect.osm.OsmObject;
import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.model.Reference;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A route group, or a match of one, that no policy and no split names. Page, examples, tests: UnusedMatch.md, beside this file.
public final class UnusedMatch implements ResourceRule<HttpRouteGroup> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC5001", "unused-match", Category.HYGIENE, Severity.WARNING, "0.1");
  }

  @Override
  public Class<HttpRouteGroup> reads() {
    return HttpRouteGroup.class;
  }

  @Override
  public Stream<Finding> check(HttpRouteGroup group, Checked input) {
    ResourceId id = group.meta().id();
    if (isEgressThere(input) || isUserHidden(input)) {
      return Stream.empty();
    }
    List<Reference> uses = input.referencesTo(id);
    if (uses.isEmpty()) {
      String message = "route group `" + group.meta().name() + "` is not used";
      return Stream.of(at(group.meta().origin(), id, message));
    }
    if (uses.stream().anyMatch(it -> isWhole(it, group, input))) {
      return Stream.empty();
    }
    Set<String> named =
        uses.stream()
            .flatMap(it -> rules(it, group, input))
            .flatMap(it -> it.matches().stream())
            .map(At::value)
            .collect(Collectors.toSet());
    return group.matches().stream()
        .flatMap(it -> it.value().name().stream())
        .filter(it -> !named.contains(it.value()))
        .map(it -> at(it.origin(), id, "match `" + it.value() + "` is not used"));
  }

  /// An Egress of Open Service Mesh may name any group, and meshc does not look into it.
  private static boolean isEgressThere(Checked input) {
    return input.resources(OsmObject.class).stream().anyMatch(it -> it.kind().equals("Egress"));
  }

  /// A template or ciphertext may name any group too.
  private static boolean isUserHidden(Checked input) {
    return input.resources(HiddenObject.class).stream()
        .anyMatch(it -> it.meta().id().group().endsWith(".smi-spec.io"));
  }

  /// A split names whole groups, and so does a rule of a TrafficTarget without `matches`.
  private static boolean isWhole(Reference use, HttpRouteGroup group, Checked input) {
    return input.resource(use.from(), TrafficTarget.class).isEmpty()
        || rules(use, group, input).anyMatch(it -> it.matches().isEmpty());
  }

  private static Stream<TrafficTarget.Rule> rules(
      Reference use, HttpRouteGroup group, Checked input) {
    return input.resource(use.from(), TrafficTarget.class).stream()
        .flatMap(it -> it.rules().stream())
        .map(At::value)
        .filter(it -> it.kind().value().equals(group.meta().id().kind()))
        .filter(it -> it.name().value().equals(group.meta().name()));
  }
}
