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

/// A route has more matches than fit. Page, examples, tests: TooManyMatches.md, beside this file.
public final class TooManyMatches implements DefinitionRule {

  private static final int MOST = 128;

  @Override
  public RuleCard card() {
    return new RuleCard("MC0403", "too-many-matches", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.HTTP, GatewayKinds.GRPC);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    int byDefault = object.id().kind().equals("HTTPRoute") ? 1 : 0;
    int all = 0;
    for (Part rule : object.spec().each("rules")) {
      Part matches = rule.get("matches");
      all += matches.isThere() ? matches.items().size() : byDefault;
    }
    if (all > MOST) {
      found.say(object.spec().get("rules"), "the route has " + all + " matches, more than " + MOST);
    }
  }
}
