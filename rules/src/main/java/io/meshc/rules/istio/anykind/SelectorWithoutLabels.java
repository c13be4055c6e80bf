package io.meshc.rules.istio.anykind;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.dialect.istio.proxy.ProxyConfig;
import io.meshc.dialect.istio.proxy.Telemetry;
import io.meshc.dialect.istio.proxy.TrafficExtension;
import io.meshc.dialect.istio.proxy.WasmPlugin;
import io.meshc.dialect.istio.registry.ServiceEntry;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.PeerAuthentication;
import io.meshc.dialect.istio.security.RequestAuthentication;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Targets;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A selector selects every workload. Page, examples, tests: SelectorWithoutLabels.md, beside this file.
public final class SelectorWithoutLabels implements KindsRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC0105", "selector-without-labels", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(
        Sidecar.class,
        ServiceEntry.class,
        EnvoyFilter.class,
        DestinationRule.class,
        ProxyConfig.class,
        Telemetry.class,
        WasmPlugin.class,
        TrafficExtension.class,
        PeerAuthentication.class,
        RequestAuthentication.class,
        AuthorizationPolicy.class);
  }

  @Override
  public Stream<Finding> check(Resource it, Checked input) {
    var found = new Findings(this, it);
    Targets targets = Targets.of(it);
    if (targets.selector().isPresent() && targets.labels().orElse(Map.of()).isEmpty()) {
      found.say(
          targets.selector().get(),
          "the selector has no labels: every workload of the namespace is selected");
    }
    return found.stream();
  }
}
