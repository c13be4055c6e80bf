package io.meshc.rules.istio.httproute;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/// A route mirrors more than all requests, or fewer than none. Page, examples, tests: InvalidMirror.md, beside this file.
public final class InvalidMirror implements ResourceRule<VirtualService> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0147", "invalid-mirror", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    for (HttpRoute route : it.http()) {
      percent(route.mirrorPercent(), found);
      percent(route.mirrorPercentOld(), found);
      route.mirrorPercentage().ifPresent(share -> share(share, found));
      for (HttpRoute.Mirror mirror : route.mirrors()) {
        mirror.percentage().ifPresent(share -> share(share, found));
      }
    }
    return found.stream();
  }

  private static void percent(Optional<At<Long>> percent, Findings found) {
    if (percent.isPresent() && percent.get().value() > 100) {
      found.say(
          percent.get().origin(), "percentage " + percent.get().value() + " is more than 100");
    }
  }

  private static void share(HttpRoute.Percent share, Findings found) {
    if (share.value().isPresent()) {
      BigDecimal value = share.value().get().value();
      if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0) {
        found.say(
            share.value().get().origin(),
            "percentage " + value.toPlainString() + " is not in 0 to 100");
      }
    }
  }
}
