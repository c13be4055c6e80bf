package io.meshc.rules.osm.setting;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting;
import io.meshc.model.Route;
import io.meshc.model.ServiceName;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// Connections are bounded for a Service that sends everything elsewhere. Page, examples, tests: SettingOfSplitRoot.md, beside this file.
public final class SettingOfSplitRoot implements ResourceRule<UpstreamTrafficSetting> {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2709", "setting-of-split-root", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Class<UpstreamTrafficSetting> reads() {
    return UpstreamTrafficSetting.class;
  }

  @Override
  public Stream<Finding> check(UpstreamTrafficSetting setting, Checked input) {
    String ending = "." + setting.meta().namespace() + ".svc.cluster.local";
    String host = setting.host().map(At::value).orElse("");
    if (setting.connections().isEmpty() || !host.endsWith(ending)) {
      return Stream.empty();
    }
    var name =
        new ServiceName(
            setting.meta().namespace(), host.substring(0, host.length() - ending.length()));
    return input.lookup().routesOf(name).stream()
        .filter(it -> isSplit(it, name))
        .limit(1)
        .map(it ->
            at(
                    setting.connections().get().origin(),
                    setting.meta().id(),
                    "they do not hold for the backends of split `" + it.resource().name() + "`")
                .because(it.origin(), "sends the requests to other Services")
                .help("a setting for each backend"));
  }

  private static boolean isSplit(Route route, ServiceName root) {
    return route.resource().kind().equals("TrafficSplit")
        && route.rules().stream()
            .flatMap(it -> it.backends().stream())
            .noneMatch(it -> it.service().value().equals(root));
  }
}
