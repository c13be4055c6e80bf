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

/// A route of connections has not exactly one rule. Page, examples, tests: SeveralStreamRules.md, beside this file.
public final class SeveralStreamRules implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0465", "several-stream-rules", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.TLS, GatewayKinds.TCP);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    Part rules = object.spec().get("rules");
    if (LinkerdKinds.concerns(object, input) && rules.isThere() && rules.items().size() != 1) {
      found.say(rules, "the route has " + rules.items().size() + " rules, and Linkerd takes one");
    }
  }
}
