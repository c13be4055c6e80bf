package io.meshc.rules.gateway.route;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DefinitionRule;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A route sends requests to a Service, and to no port of it. Page, examples, tests: ServiceWithoutPort.md, beside this file.
public final class ServiceWithoutPort implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0401", "service-without-port", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return GatewayKinds.ROUTES;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part backend : GatewayKinds.backends(object)) {
      boolean isService =
          backend.get("group").textOr("").isEmpty()
              && backend.get("kind").textOr("Service").equals("Service");
      if (isService && !backend.get("port").isThere()) {
        found.say(
            backend, "the reference to Service `" + backend.get("name").text() + "` has no port");
      }
    }
  }
}
