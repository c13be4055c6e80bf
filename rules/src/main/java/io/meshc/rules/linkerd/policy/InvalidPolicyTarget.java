package io.meshc.rules.linkerd.policy;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// An AuthorizationPolicy is about what Linkerd does not guard. Page, examples, tests: InvalidPolicyTarget.md, beside this file.
public final class InvalidPolicyTarget implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0450", "invalid-policy-target", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return LinkerdKinds.policy("AuthorizationPolicy");
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    Part target = object.spec().get("targetRef");
    if (LinkerdKinds.isOf(target, "", "Namespace")) {
      if (!target.get("name").is(object.id().namespace())) {
        found.say(target.get("name"), "the policy is about another namespace than its own");
      }
    } else if (target.isThere() && !isGuarded(target)) {
      found.say(
          target,
          "Linkerd guards no `" + target.get("kind").text() + "`",
          "a target is a Server, the policy's own Namespace, an HTTPRoute or a GRPCRoute");
    }
  }

  private static boolean isGuarded(Part target) {
    return LinkerdKinds.isOf(target, LinkerdKinds.GROUP, "Server")
        || LinkerdKinds.isOf(target, LinkerdKinds.GROUP, "HTTPRoute")
        || LinkerdKinds.isOf(target, GatewayKinds.GROUP, "HTTPRoute")
        || LinkerdKinds.isOf(target, GatewayKinds.GROUP, "GRPCRoute");
  }
}
