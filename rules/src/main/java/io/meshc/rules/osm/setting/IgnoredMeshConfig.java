package io.meshc.rules.osm.setting;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.config.MeshConfig;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A MeshConfig that nothing reads, for its name. Page, examples, tests: IgnoredMeshConfig.md, beside this file.
public final class IgnoredMeshConfig implements ResourceRule<MeshConfig> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2711", "ignored-mesh-config", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Class<MeshConfig> reads() {
    return MeshConfig.class;
  }

  @Override
  public Stream<Finding> check(MeshConfig config, Checked input) {
    return config.isRead()
        ? Stream.empty()
        : Stream.of(
            at(
                    config.meta().origin(),
                    config.meta().id(),
                    "MeshConfig `" + config.meta().name() + "` is ignored: it has no effect")
                .help("Open Service Mesh reads the one named `" + MeshConfig.NAME + "` alone"));
  }
}
