package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.osm.OsmGroups;
import io.meshc.dialect.smi.TrafficSplit;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.dialect.smi.TrafficTarget.Subject;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// Open Service Mesh does not look at the namespace in which a policy stands. Page, examples, tests: UnmonitoredNamespace.md, beside this file.
public final class UnmonitoredNamespace implements MeshRule {
  private static final String MONITORED_BY = "openservicemesh.io/monitored-by";

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2015", "unmonitored-namespace", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    if (OpenServiceMesh.shown(input).isEmpty()) {
      return Stream.empty();
    }
    Stream<Meta> targets =
        input.resources(TrafficTarget.class).stream()
            .filter(it -> !runs(it, input))
            .map(TrafficTarget::meta);
    Stream<Meta> splits = input.resources(TrafficSplit.class).stream().map(TrafficSplit::meta);
    Stream<Meta> ofMesh =
        input.resources().all().stream()
            .map(Resource::meta)
            .filter(it -> it.id().group().equals(OsmGroups.POLICY));
    return Stream.of(targets, splits, ofMesh)
        .flatMap(it -> it)
        .flatMap(it -> said(it, input).stream());
  }

  /// Of destinations that run outside the mesh, unguarded-destination speaks.
  private static boolean runs(TrafficTarget target, Checked input) {
    return target.destination().map(At::value).filter(Subject::isServiceAccount).stream()
        .flatMap(it ->
            input
                .lookup()
                .workloadsOf(
                    it.namespace().map(At::value).orElse(target.meta().namespace()),
                    it.name().value())
                .stream())
        .anyMatch(it -> !it.implied());
  }

  private Optional<Finding> said(Meta policy, Checked input) {
    return input
        .resource(new ResourceId("", "Namespace", "", policy.namespace()), NamespaceObject.class)
        .filter(it -> !it.meta().labels().containsKey(MONITORED_BY))
        .map(it ->
            at(
                    policy.origin(),
                    policy.id(),
                    "Open Service Mesh does not read it: namespace `"
                        + policy.namespace()
                        + "` is not monitored")
                .because(it.meta().origin(), "no label `" + MONITORED_BY + "` is here")
                .help("label the namespace, with the name of the mesh"));
  }
}
