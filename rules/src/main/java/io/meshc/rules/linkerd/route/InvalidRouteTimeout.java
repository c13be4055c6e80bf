package io.meshc.rules.linkerd.route;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.istio.value.DurationText;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A timeout of a route of Linkerd is none. Page, examples, tests: InvalidRouteTimeout.md, beside this file.
public final class InvalidRouteTimeout implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0463", "invalid-route-timeout", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(LinkerdKinds.HTTP);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part rule : object.spec().each("rules")) {
      Part whole = rule.get("timeouts", "request");
      Part one = rule.get("timeouts", "backendRequest");
      Optional<BigDecimal> all = nanos(whole, found);
      Optional<BigDecimal> each = nanos(one, found);
      if (all.isPresent() && each.isPresent() && each.get().compareTo(all.get()) > 0) {
        found.say(
            one,
            "the request to the backend may take `"
                + one.text()
                + "`, longer than the whole request",
            whole,
            "the whole request");
      }
    }
  }

  private static Optional<BigDecimal> nanos(Part duration, Found found) {
    Optional<BigDecimal> nanos = DurationText.nanos(duration.text());
    if (duration.isThere() && nanos.isEmpty()) {
      found.say(duration, "`" + duration.text() + "` is no duration, such as `1.5s`");
    } else if (nanos.isPresent() && nanos.get().signum() < 0) {
      found.say(duration, "`" + duration.text() + "` is negative");
    }
    return nanos;
  }
}
