package io.meshc.rules.linkerd.route;

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

/// A route to the outside says no port. Page, examples, tests: EgressWithoutPort.md, beside this file.
public final class EgressWithoutPort implements DocumentRule {

  private static final List<Kind> KINDS =
      List.of(
          LinkerdKinds.HTTP,
          GatewayKinds.HTTP,
          GatewayKinds.GRPC,
          GatewayKinds.TLS,
          GatewayKinds.TCP);

  @Override
  public RuleCard card() {
    return new RuleCard("MC0460", "egress-without-port", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return KINDS;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part parent : object.spec().each("parentRefs")) {
      if (LinkerdKinds.isEgress(parent) && !parent.get("port").isThere()) {
        found.say(
            parent,
            "the reference to EgressNetwork `" + parent.get("name").text() + "` has no port");
      }
    }
  }
}
