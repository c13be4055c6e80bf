package io.meshc.rules.osm.setting;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.config.MeshConfig;
import io.meshc.dialect.osm.policy.Retry;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A Retry is without effect, because the mesh does not read it. Page, examples, tests: RetrySwitchedOff.md, beside this file.
public final class RetrySwitchedOff implements ResourceRule<Retry> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2704", "retry-switched-off", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Class<Retry> reads() {
    return Retry.class;
  }

  private static final String FEATURE = "enableRetryPolicy";

  @Override
  public Stream<Finding> check(Retry retry, Checked input) {
    List<MeshConfig> read =
        input.resources(MeshConfig.class).stream().filter(MeshConfig::isRead).toList();
    return read.stream()
        .filter(_ -> read.stream().noneMatch(it -> it.isOn(FEATURE)))
        .limit(1)
        .map(it ->
            at(
                    retry.meta().origin(),
                    retry.meta().id(),
                    "it is without effect: the mesh does not read it")
                .because(
                    it.feature(FEATURE).map(At::origin).orElse(it.meta().origin()),
                    "`" + FEATURE + "` is not on here")
                .help("set `featureFlags." + FEATURE + ": true` in the MeshConfig"));
  }
}
