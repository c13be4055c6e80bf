package io.meshc.rules.osm.setting;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.proxy.Border.Bypass;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Ports of servers are taken past their proxies, so that nothing guards them. Page, examples, tests: PortPastProxy.md, beside this file.
public final class PortPastProxy implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1703", "port-past-proxy", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    return input
        .mesh()
        .proxies()
        .border()
        .bypasses(Bypass.Way.IN)
        .map(it -> {
          String ports =
              it.ports().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
          String message = "nothing guards port " + ports + ": clients without a proxy may call it";
          return at(it.origin(), it.resource(), message)
              .help("clients of the mesh cannot, unless they exclude it for what they send");
        });
  }
}
