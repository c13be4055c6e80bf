package io.meshc.rules.portability;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.dialect.smi.TrafficSplit;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A policy and the route group that it names are of versions that do not belong together. Page, examples, tests: VersionMismatch.md, beside this file.
public final class VersionMismatch implements MeshRule {
  /// The version of Traffic Specs that each version of Traffic Access names as compatible. v1alpha1 names none.
  private static final Map<String, String> WITH_ACCESS =
      Map.of("v1alpha2", "v1alpha3", "v1alpha3", "v1alpha4", "v1alpha4", "v1alpha4");

  /// The same of Traffic Split, whose first versions name no groups.
  private static final Map<String, String> WITH_SPLIT =
      Map.of("v1alpha3", "v1alpha3", "v1alpha4", "v1alpha4");

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC4006", "version-mismatch", Category.PORTABILITY, Severity.WARNING, "0.1");
  }

  /// Under Open Service Mesh one version of each is there at all: version-not-served speaks of it.
  @Override
  public Stream<Finding> check(Checked input) {
    return OpenServiceMesh.shown(input).isPresent()
        ? Stream.empty()
        : Stream.concat(
            input.resources(TrafficTarget.class).stream().flatMap(it -> onTarget(it, input)),
            input.resources(TrafficSplit.class).stream().flatMap(it -> onSplit(it, input)));
  }

  private Stream<Finding> onTarget(TrafficTarget target, Checked input) {
    String expected = WITH_ACCESS.getOrDefault(target.meta().version(), "");
    return target.rules().stream()
        .map(At::value)
        .flatMap(it -> named(target.meta(), it.kind(), it.name(), expected, input).stream());
  }

  private Stream<Finding> onSplit(TrafficSplit split, Checked input) {
    String expected = WITH_SPLIT.getOrDefault(split.meta().version(), "");
    return split.matches().stream()
        .map(At::value)
        .flatMap(it -> named(split.meta(), it.kind(), it.name(), expected, input).stream());
  }

  /// @param expected the version that the named object should have; `""` where nothing is said
  private Optional<Finding> named(
      Meta from, At<String> kind, At<String> name, String expected, Checked input) {
    var id = new ResourceId(SmiGroups.SPECS, kind.value(), from.namespace(), name.value());
    return input
        .resource(id)
        .map(Resource::meta)
        .filter(it -> !expected.isEmpty() && !it.version().equals(expected))
        .map(it -> said(from, it, name.origin(), expected));
  }

  private Finding said(Meta from, Meta to, Origin place, String expected) {
    String message =
        from.id().kind()
            + " "
            + from.version()
            + " goes with "
            + expected
            + " of the specs, and `"
            + to.name()
            + "` is "
            + to.version();
    return at(place, from.id(), message).because(to.origin(), "the " + to.id().kind());
  }
}
