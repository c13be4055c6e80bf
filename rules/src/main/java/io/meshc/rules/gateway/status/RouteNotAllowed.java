package io.meshc.rules.gateway.status;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Written;
import java.util.List;

/// A route is attached to listeners that do not take it. Page, examples, tests: RouteNotAllowed.md, beside this file.
public final class RouteNotAllowed implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC3702", "route-not-allowed", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return GatewayKinds.ROUTES;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Attachment it : Attachment.of(object, input)) {
      if (!it.named().isEmpty() && it.allowing().isEmpty()) {
        found.say(
            it.reference(),
            "no listener of "
                + it.id().kind()
                + " `"
                + it.id().name()
                + "` takes a "
                + object.id().kind()
                + " of namespace `"
                + object.id().namespace()
                + "`",
            it.named().getFirst(),
            "the first listener that is meant");
      }
    }
  }
}
