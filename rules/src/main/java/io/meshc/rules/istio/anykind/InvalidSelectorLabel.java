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
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A selector asks for labels that no workload can have. Page, examples, tests: InvalidSelectorLabel.md, beside this file.
public final class InvalidSelectorLabel implements KindsRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0102", "invalid-selector-label", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
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
    Map<String, At<String>> labels = Targets.of(it).labels().orElse(Map.of());
    for (Map.Entry<String, At<String>> label : labels.entrySet()) {
      At<String> value = label.getValue();
      if (label.getKey().isEmpty()) {
        found.say(value.origin(), "a key of the selector is empty");
      }
      if (label.getKey().indexOf('*') >= 0) {
        found.say(
            value.origin(),
            "key `" + label.getKey() + "` of the selector has a `*`, which stands for itself");
      }
      if (value.value().indexOf('*') >= 0) {
        found.say(
            value.origin(),
            "value `" + value.value() + "` of the selector has a `*`, which stands for itself");
      }
    }
    return found.stream();
  }
}
