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
import io.meshc.dialect.istio.registry.WorkloadEntry;
import io.meshc.dialect.istio.registry.WorkloadGroup;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.PeerAuthentication;
import io.meshc.dialect.istio.security.RequestAuthentication;
import io.meshc.rules.istio.Findings;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// An object carries an annotation that is istiod's own. Page, examples, tests: InternalAnnotation.md, beside this file.
public final class InternalAnnotation implements KindsRule {
  private static final List<String> OWN =
      List.of(
          "internal.istio.io/parents",
          "internal.istio.io/parent-namespace",
          "internal.istio.io/webhook-always-reject");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0101", "internal-annotation", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(
        Gateway.class,
        VirtualService.class,
        DestinationRule.class,
        ServiceEntry.class,
        Sidecar.class,
        WorkloadEntry.class,
        WorkloadGroup.class,
        EnvoyFilter.class,
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
    for (String key : OWN) {
      At<String> value = it.meta().annotations().get(key);
      if (value != null) {
        found.say(
            value.origin(), "annotation `" + key + "` is one that istiod writes in memory only");
      }
    }
    return found.stream();
  }
}
