package io.meshc.rules.portability;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A TrafficTarget and the route group that it names are of versions that do not belong together. Page, examples, tests: VersionMismatch.md, beside this file.
public final class VersionMismatch implements ResourceRule<TrafficTarget> {
  /// The version of Traffic Specs that each version of Traffic Access names as compatible. v1alpha1 names none.
  private static final Map<String, String> SPECS =
      Map.of("v1alpha2", "v1alpha3", "v1alpha3", "v1alpha4", "v1alpha4", "v1alpha4");

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC4006", "version-mismatch", Category.PORTABILITY, Severity.WARNING, "0.1");
  }

  @Override
  public Class<TrafficTarget> reads() {
    return TrafficTarget.class;
  }

  /// Under Open Service Mesh one version of each is there at all: version-not-served speaks of it.
  @Override
  public Stream<Finding> check(TrafficTarget target, Checked input) {
    String expected = SPECS.getOrDefault(target.meta().version(), "");
    return expected.isEmpty() || OpenServiceMesh.shown(input).isPresent()
        ? Stream.empty()
        : target.rules().stream()
            .flatMap(it -> onRule(target, it.value(), expected, input).stream());
  }

  private Optional<Finding> onRule(
      TrafficTarget target, TrafficTarget.Rule rule, String expected, Checked input) {
    var id =
        new ResourceId(
            SmiGroups.SPECS, rule.kind().value(), target.meta().namespace(), rule.name().value());
    return input
        .resource(id)
        .map(Resource::meta)
        .filter(it -> !it.version().equals(expected))
        .map(it ->
            at(
                    rule.name().origin(),
                    target.meta().id(),
                    "a traffic target of "
                        + target.meta().version()
                        + " goes with "
                        + expected
                        + " of the specs, and `"
                        + it.name()
                        + "` is "
                        + it.version())
                .because(it.origin(), "the " + it.id().kind()));
  }
}
