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

/// A route sends requests to a Service of group `core`, and to no port of it. Page, examples, tests: CoreServiceWithoutPort.md, beside this file.
public final class CoreServiceWithoutPort implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0464", "core-service-without-port", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.HTTP, GatewayKinds.GRPC);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    if (!LinkerdKinds.concerns(object, input)) {
      return;
    }
    for (Part rule : object.spec().each("rules")) {
      for (Part backend : rule.each("backendRefs")) {
        if (backend.get("group").is("core")
            && backend.get("kind").textOr("Service").equals("Service")
            && backend.get("port").wholeOr(0) == 0) {
          found.say(
              backend, "the reference to Service `" + backend.get("name").text() + "` has no port");
        }
      }
    }
  }
}
