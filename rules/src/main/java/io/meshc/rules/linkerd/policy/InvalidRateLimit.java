package io.meshc.rules.linkerd.policy;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A limit of requests is none, or cannot be reached. Page, examples, tests: InvalidRateLimit.md, beside this file.
public final class InvalidRateLimit implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0457", "invalid-rate-limit", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return LinkerdKinds.policy("HTTPLocalRateLimitPolicy");
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    Part target = object.spec().get("targetRef");
    if (target.isThere() && !LinkerdKinds.isOf(target, LinkerdKinds.GROUP, "Server")) {
      found.say(
          target,
          "requests to a `" + target.get("kind").text() + "` are not limited",
          "the target is a Server");
    }
    Part total = object.spec().get("total", "requestsPerSecond");
    limit(total, total, found);
    limit(object.spec().get("identity", "requestsPerSecond"), total, found);
    for (Part override : object.spec().each("overrides")) {
      limit(override.get("requestsPerSecond"), total, found);
      for (Part client : override.each("clientRefs")) {
        if (!LinkerdKinds.isOf(client, "", "ServiceAccount")) {
          found.say(
              client,
              "`" + client.get("kind").text() + "` is no client",
              "a client is a ServiceAccount");
        }
      }
    }
  }

  private static void limit(Part limit, Part total, Found found) {
    if (limit.isThere() && limit.wholeOr(0) == 0) {
      found.say(limit, "no request is let through");
    } else if (total.isThere() && limit.wholeOr(0) > total.wholeOr(0)) {
      found.say(
          limit,
          "a client may send " + limit.wholeOr(0) + " requests per second, more than all together",
          total,
          "all together");
    }
  }
}
