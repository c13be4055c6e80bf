package io.meshc.rules.gateway.listener;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DefinitionRule;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.HashMap;
import java.util.List;

/// A Gateway says twice how clients of a port are checked. Page, examples, tests: RepeatedFrontendPort.md, beside this file.
public final class RepeatedFrontendPort implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0426", "repeated-frontend-port", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.GATEWAY);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    var first = new HashMap<Long, Part>();
    for (Part each : object.spec().get("tls", "frontend").each("perPort")) {
      Part port = each.get("port");
      Part other = port.isThere() ? first.putIfAbsent(port.wholeOr(0), port) : null;
      if (other != null) {
        found.say(port, "port " + port.wholeOr(0) + " stands twice", other, "the first one");
      }
    }
  }
}
