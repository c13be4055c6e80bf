package io.meshc.rules.linkerd.profile;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A condition of a ServiceProfile says nothing, or what cannot be. Page, examples, tests: InvalidProfileCondition.md, beside this file.
public final class InvalidProfileCondition implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0472", "invalid-profile-condition", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(new Kind("linkerd.io", "ServiceProfile"));
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part route : object.spec().each("routes")) {
      if (!route.isThere()) {
        continue;
      }
      Part condition = route.get("condition");
      if (!condition.isThere()) {
        found.say(route, "the route has no condition");
      } else {
        Conditions.request(condition, found);
      }
      for (Part each : route.each("responseClasses")) {
        if (!each.get("condition").isThere()) {
          found.say(each, "the class of responses has no condition");
        } else {
          Conditions.response(each.get("condition"), found);
        }
      }
    }
  }
}
