package io.meshc.rules.istio.anykind;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.dialect.istio.proxy.Telemetry;
import io.meshc.dialect.istio.proxy.TrafficExtension;
import io.meshc.dialect.istio.proxy.WasmPlugin;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.RequestAuthentication;
import io.meshc.dialect.istio.security.TargetRef;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Targets;
import io.meshc.rules.istio.Written;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A policy is attached to something that Istio attaches no policies to. Page, examples, tests: InvalidTargetRef.md, beside this file.
public final class InvalidTargetRef implements KindsRule {
  private static final Set<String> KINDS =
      Set.of(
          "/Service",
          "core/Service",
          "networking.istio.io/ServiceEntry",
          "gateway.networking.k8s.io/Gateway",
          "gateway.networking.k8s.io/GatewayClass");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0104", "invalid-target-ref", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(
        EnvoyFilter.class,
        Telemetry.class,
        WasmPlugin.class,
        TrafficExtension.class,
        RequestAuthentication.class,
        AuthorizationPolicy.class);
  }

  @Override
  public Stream<Finding> check(Resource it, Checked input) {
    var found = new Findings(this, it);
    Targets targets = Targets.of(it);
    // EnvoyFilter's targets are left to the CRD: istiod does not look at them
    boolean isChecked = !(it instanceof EnvoyFilter);
    targets.targetRef().ifPresent(ref -> check(ref, isChecked, found));
    targets.targetRefs().forEach(ref -> check(ref, isChecked, found));
    return found.stream();
  }

  private static void check(TargetRef ref, boolean isChecked, Findings found) {
    if (Written.says(ref.namespace())) {
      found.fault(
          ref.namespace(),
          "no namespace of a target",
          "a target is in the policy's own namespace, and none is to be written");
    }
    String kind = Written.text(ref.group()) + "/" + Written.text(ref.kind());
    if (isChecked && Written.says(ref.kind()) && !KINDS.contains(kind)) {
      found.say(
          ref.kind().get().origin(),
          "`" + kind + "` is nothing that a policy can be attached to",
          "Service, `networking.istio.io/ServiceEntry`, `gateway.networking.k8s.io/Gateway` or"
              + " `gateway.networking.k8s.io/GatewayClass`");
    }
  }
}
