package io.meshc.rules.gateway.filter;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DefinitionRule;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.rules.gateway.Unions;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// Session persistence is of another type than its fields. Page, examples, tests: MismatchedSession.md, beside this file.
public final class MismatchedSession implements DefinitionRule {

  private static final Kind TRAFFIC_POLICY = new Kind(GatewayKinds.TRIED, "XBackendTrafficPolicy");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0416", "mismatched-session", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.HTTP, GatewayKinds.GRPC, TRAFFIC_POLICY);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    check(object.spec().get("sessionPersistence"), found);
    for (Part rule : object.spec().each("rules")) {
      check(rule.get("sessionPersistence"), found);
    }
  }

  private static void check(Part session, Found found) {
    if (!session.isThere()) {
      return;
    }
    Unions.check(session, session.get("type").textOr("Cookie"), FilterTypes.OF_SESSION, found);
    Part lifetime = session.get("cookie", "lifetimeType");
    if (lifetime.is("Permanent") && !session.get("absoluteTimeout").isThere()) {
      found.say(lifetime, "a permanent cookie has no `absoluteTimeout`");
    }
  }
}
