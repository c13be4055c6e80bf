package io.meshc.rules.gateway.route;

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

/// A try may take longer than the whole request. Page, examples, tests: BackendOutlivesRequest.md, beside this file.
public final class BackendOutlivesRequest implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0405", "backend-outlives-request", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.HTTP);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part rule : object.spec().each("rules")) {
      Part one = rule.get("timeouts", "backendRequest");
      OptionalLong whole = Durations.millis(rule.get("timeouts", "request").text());
      OptionalLong each = Durations.millis(one.text());
      if (whole.isPresent()
          && whole.getAsLong() != 0
          && each.isPresent()
          && each.getAsLong() > whole.getAsLong()) {
        found.say(
            one,
            "the request to the backend may take `"
                + one.text()
                + "`, longer than the whole request",
            rule.get("timeouts", "request"),
            "the whole request");
      }
    }
  }
}
