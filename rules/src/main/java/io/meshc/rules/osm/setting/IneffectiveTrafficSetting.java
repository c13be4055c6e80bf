package io.meshc.rules.osm.setting;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// An UpstreamTrafficSetting is for no Service of its namespace, or for one that has a setting. Page, examples, tests: IneffectiveTrafficSetting.md, beside this file.
public final class IneffectiveTrafficSetting implements ResourceRule<UpstreamTrafficSetting> {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2702", "ineffective-traffic-setting", Category.TRAFFIC, Severity.ERROR, "0.1");
  }

  @Override
  public Class<UpstreamTrafficSetting> reads() {
    return UpstreamTrafficSetting.class;
  }

  private static final String DOMAIN = ".svc.cluster.local";

  @Override
  public Stream<Finding> check(UpstreamTrafficSetting setting, Checked input) {
    Optional<At<String>> host = setting.host();
    if (host.isEmpty() || isNamed(setting, input)) {
      return Stream.empty();
    }
    String expected = "." + setting.meta().namespace() + DOMAIN;
    String text = host.get().value();
    if (!text.endsWith(expected) || text.length() == expected.length()) {
      return Stream.of(
          at(
                  host.get().origin(),
                  setting.meta().id(),
                  "`" + text + "` is no Service of namespace `" + setting.meta().namespace() + "`")
              .help("its whole name, `NAME" + expected + "`"));
    }
    return other(setting, text, input).stream()
        .map(it ->
            at(
                    host.get().origin(),
                    setting.meta().id(),
                    "`" + it.meta().name() + "` is for this host, too: one of them counts")
                .because(it.host().orElseThrow().origin(), "the other"));
  }

  /// One that an Egress names is for the hosts of the Egress.
  private static boolean isNamed(UpstreamTrafficSetting setting, Checked input) {
    return input.referencesTo(setting.meta().id()).stream()
        .anyMatch(it -> it.from().kind().equals("Egress"));
  }

  private static Optional<UpstreamTrafficSetting> other(
      UpstreamTrafficSetting setting, String host, Checked input) {
    return input.resources(UpstreamTrafficSetting.class).stream()
        .filter(it -> it.meta().id().compareTo(setting.meta().id()) < 0)
        .filter(it -> it.host().filter(is -> is.value().equals(host)).isPresent())
        .findFirst();
  }
}
