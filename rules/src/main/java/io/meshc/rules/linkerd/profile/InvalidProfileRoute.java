package io.meshc.rules.linkerd.profile;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.istio.value.DurationText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A route of a ServiceProfile has no name, no condition, or a timeout that is none. Page, examples, tests: InvalidProfileRoute.md, beside this file.
public final class InvalidProfileRoute implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0471", "invalid-profile-route", Category.INVALID, Severity.ERROR, "0.1")
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
        found.say(route, "the route is `null`");
        continue;
      }
      if (route.get("name").text().isEmpty()) {
        found.say(route, "the route has no name");
      }
      Part timeout = route.get("timeout");
      if (!timeout.text().isEmpty() && DurationText.nanos(timeout.text()).isEmpty()) {
        found.say(timeout, "`" + timeout.text() + "` is no duration, such as `1.5s`");
      }
    }
    Part budget = object.spec().get("retryBudget");
    if (budget.isThere()) {
      budget(budget, found);
    }
  }

  private static void budget(Part budget, Found found) {
    Optional<BigDecimal> ratio = budget.get("retryRatio").number();
    if (ratio.isPresent() && ratio.get().signum() < 0) {
      found.say(budget.get("retryRatio"), "the ratio of retries is negative");
    }
    Part ttl = budget.get("ttl");
    if (ttl.text().isEmpty()) {
      found.say(budget, "the budget has no `ttl`");
    } else if (DurationText.nanos(ttl.text()).isEmpty()) {
      found.say(ttl, "`" + ttl.text() + "` is no duration, such as `10s`");
    }
  }
}
