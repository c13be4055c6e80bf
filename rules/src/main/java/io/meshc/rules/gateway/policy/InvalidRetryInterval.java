package io.meshc.rules.gateway.policy;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DefinitionRule;
import io.meshc.rules.gateway.Durations;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;
import java.util.OptionalLong;

/// A budget of retries is counted over no time, or over too long. Page, examples, tests: InvalidRetryInterval.md, beside this file.
public final class InvalidRetryInterval implements DefinitionRule {

  private static final Kind TRAFFIC_POLICY = new Kind(GatewayKinds.TRIED, "XBackendTrafficPolicy");
  private static final long SECOND = 1_000;
  private static final long HOUR = 3_600_000;

  @Override
  public RuleCard card() {
    return new RuleCard("MC0433", "invalid-retry-interval", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(TRAFFIC_POLICY);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    Part retries = object.spec().get("retryConstraint");
    Part budget = retries.get("budget", "interval");
    OptionalLong millis = Durations.millis(budget.text());
    if (millis.isPresent() && (millis.getAsLong() < SECOND || millis.getAsLong() > HOUR)) {
      found.say(budget, "`" + budget.text() + "` is not between one second and one hour");
    }
    Part rate = retries.get("minRetryRate", "interval");
    millis = Durations.millis(rate.text());
    if (millis.isPresent() && (millis.getAsLong() == 0 || millis.getAsLong() > HOUR)) {
      found.say(rate, "`" + rate.text() + "` is no time of up to one hour");
    }
  }
}
