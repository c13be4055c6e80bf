package io.meshc.rules.osm.setting;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// An UpstreamTrafficSetting lets nothing through. Page, examples, tests: ZeroBound.md, beside this file.
public final class ZeroBound implements ResourceRule<UpstreamTrafficSetting> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2708", "zero-bound", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Class<UpstreamTrafficSetting> reads() {
    return UpstreamTrafficSetting.class;
  }

  @Override
  public Stream<Finding> check(UpstreamTrafficSetting setting, Checked input) {
    return setting.connections().stream()
        .flatMap(it ->
            Stream.concat(
                it.tcp().stream().flatMap(tcp -> tcp.maxConnections().stream()),
                it.http().stream()
                    .flatMap(http ->
                        Stream.of(http.maxRequests(), http.maxPendingRequests())
                            .flatMap(Optional::stream))))
        .filter(it -> it.value() == 0)
        .map(it ->
            at(it.origin(), setting.meta().id(), "a bound of 0 lets nothing through")
                .help("leave it out for no bound"));
  }
}
