package io.meshc.rules.portability;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.TrafficSplit;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A split names a Service by more than its name. Page, examples, tests: QualifiedService.md, beside this file.
public final class QualifiedService implements ResourceRule<TrafficSplit> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC4009", "qualified-service", Category.PORTABILITY, Severity.INFO, "0.1");
  }

  @Override
  public Class<TrafficSplit> reads() {
    return TrafficSplit.class;
  }

  @Override
  public Stream<Finding> check(TrafficSplit split, Checked input) {
    Stream<Finding> root =
        split.service().stream()
            .filter(it -> isOwn(it.value(), split) && OpenServiceMesh.shown(input).isEmpty())
            .map(it -> said(split, it, "splits nothing in some meshes"));
    Stream<Finding> backends =
        split.backends().stream()
            .map(it -> it.value().service())
            .filter(it -> isOwn(it.value(), split))
            .map(it -> said(split, it, "is not found by some meshes").as(Severity.WARNING));
    return Stream.concat(root, backends);
  }

  /// Names of another namespace are invalid, and reported as such.
  private static boolean isOwn(String text, TrafficSplit split) {
    int dot = text.indexOf('.');
    String rest = dot < 0 ? "" : text.substring(dot + 1);
    String namespace = split.meta().namespace();
    return dot > 0 && (rest.equals(namespace) || rest.startsWith(namespace + "."));
  }

  private Finding said(TrafficSplit split, At<String> service, String effect) {
    String plain = service.value().substring(0, service.value().indexOf('.'));
    return at(service.origin(), split.meta().id(), "`" + service.value() + "` " + effect)
        .help("every mesh takes `" + plain + "`: a split and its Services stand in one namespace");
  }
}
