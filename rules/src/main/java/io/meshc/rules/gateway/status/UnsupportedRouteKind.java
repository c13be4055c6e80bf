package io.meshc.rules.gateway.status;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A listener allows routes that its protocol has not. Page, examples, tests: UnsupportedRouteKind.md, beside this file.
public final class UnsupportedRouteKind implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC3707", "unsupported-route-kind", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.GATEWAY, GatewayKinds.LISTENER_SET);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part listener : object.spec().each("listeners")) {
      for (Part kind : listener.get("allowedRoutes").each("kinds")) {
        String group = kind.get("group").textOr(GatewayKinds.GROUP);
        if (!RouteKinds.supports(listener, group, kind.get("kind").text())) {
          found.say(
              kind,
              "a listener of protocol "
                  + listener.get("protocol").text()
                  + " has no `"
                  + kind.get("kind").text()
                  + "`",
              "it has " + String.join(", ", RouteKinds.supported(listener)));
        }
      }
    }
  }
}
