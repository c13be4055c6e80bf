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
import java.util.Set;
import java.util.stream.Stream;

/// The annotation for a trial run stands where Istio does not take it. Page, examples, tests: MisplacedDryRun.md, beside this file.
public final class MisplacedDryRun implements KindsRule {
  private static final String KEY = "istio.io/dry-run";

  /// What Go's `ParseBool` takes.
  private static final Set<String> FLAGS =
      Set.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0100", "misplaced-dry-run", Category.INVALID, Severity.ERROR, "0.1")
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
    At<String> value = it.meta().annotations().get(KEY);
    if (value == null) {
      return Stream.empty();
    }
    if (!(it instanceof AuthorizationPolicy policy)) {
      found.say(
          value.origin(),
          "annotation `"
              + KEY
              + "` stands on a "
              + it.meta().id().kind()
              + ", and only an AuthorizationPolicy takes it");
    } else if (policy.effect() != AuthorizationPolicy.Action.ALLOW
        && policy.effect() != AuthorizationPolicy.Action.DENY) {
      found.say(
          value.origin(),
          "annotation `"
              + KEY
              + "` is on a policy with action `"
              + policy.effect()
              + "`, and only `ALLOW` and `DENY` take it");
    } else if (!FLAGS.contains(value.value())) {
      found.say(
          value.origin(), "annotation `" + KEY + "` is `" + value.value() + "`, not true or false");
    }
    return found.stream();
  }
}
