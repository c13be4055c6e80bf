package io.meshc.rules.security;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.config.MeshConfig;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// Open Service Mesh lets every workload call every other, whatever the TrafficTargets say. Page, examples, tests: PermissiveMode.md, beside this file.
public final class PermissiveMode implements ResourceRule<MeshConfig> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1004", "permissive-mode", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Class<MeshConfig> reads() {
    return MeshConfig.class;
  }

  @Override
  public Stream<Finding> check(MeshConfig config, Checked input) {
    return config.permissive().stream()
        .filter(At::value)
        .filter(_ -> config.isRead())
        .map(it -> said(config, it, input.resources(TrafficTarget.class)));
  }

  private Finding said(MeshConfig config, At<Boolean> field, List<TrafficTarget> inert) {
    Finding finding =
        at(
            field.origin(),
            config.meta().id(),
            "permissive mode lets every workload of the mesh call every other");
    if (inert.isEmpty()) {
      return finding;
    }
    String others = inert.size() == 1 ? "" : ", like " + (inert.size() - 1) + " more";
    TrafficTarget first = inert.getFirst();
    return finding.because(
        first.meta().origin(),
        "traffic target `" + first.meta().name() + "` is without effect" + others);
  }
}
