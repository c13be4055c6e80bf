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
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A policy says in two ways what it is about. Page, examples, tests: SeveralTargets.md, beside this file.
public final class SeveralTargets implements KindsRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0103", "several-targets", Category.INVALID, Severity.ERROR, "0.1")
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
    int ways =
        (targets.selector().isPresent() ? 1 : 0)
            + (targets.targetRef().isPresent() ? 1 : 0)
            + (targets.targetRefs().isEmpty() ? 0 : 1);
    if (ways > 1) {
      Origin place =
          targets.targetRefs().isEmpty()
              ? targets.targetRef().map(TargetRef::origin).orElse(it.meta().origin())
              : targets.targetRefs().getFirst().origin();
      found.say(
          place,
          "what it is attached to stands beside another way to say what it is about",
          targets.selector().or(() -> targets.targetRef().map(TargetRef::origin)).orElse(place),
          "the other one");
    }
    return found.stream();
  }
}
