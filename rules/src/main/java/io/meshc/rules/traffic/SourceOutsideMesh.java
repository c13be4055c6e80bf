package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.dialect.smi.TrafficTarget.Subject;
import io.meshc.model.Plane;
import io.meshc.model.Workload;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A source of a TrafficTarget runs where no proxy stands, so it has nothing to prove who it is by. Page, examples, tests: SourceOutsideMesh.md, beside this file.
public final class SourceOutsideMesh implements ResourceRule<TrafficTarget> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2013", "source-outside-mesh", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Class<TrafficTarget> reads() {
    return TrafficTarget.class;
  }

  @Override
  public Stream<Finding> check(TrafficTarget target, Checked input) {
    boolean guards =
        OpenServiceMesh.shown(input).filter(it -> it.posture() != Plane.Posture.OPEN).isPresent();
    return guards
        ? target.sources().stream().flatMap(it -> onSource(target, it, input).stream())
        : Stream.empty();
  }

  private Optional<Finding> onSource(TrafficTarget target, At<Subject> source, Checked input) {
    if (!source.value().isServiceAccount()) {
      return Optional.empty();
    }
    String namespace = source.value().namespace().map(At::value).orElse(target.meta().namespace());
    String account = source.value().name().value();
    List<Workload> running = input.lookup().workloadsOf(namespace, account);
    boolean allOutside =
        !running.isEmpty() && running.stream().noneMatch(it -> it.membership().isMeshed());
    return allOutside
        ? Optional.of(said(target, source, namespace + "/" + account, running.getFirst()))
        : Optional.empty();
  }

  private Finding said(TrafficTarget target, At<Subject> source, String label, Workload running) {
    String message = "source `" + label + "` is outside the mesh: it cannot show who it is";
    return at(source.value().name().origin(), target.meta().id(), message)
        .because(running.origin(), "`" + running.label() + "` runs as it")
        .help("take its namespace into the mesh, or let it in by an IngressBackend");
  }
}
