package io.meshc.rules.istio.httproute;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;
import java.util.stream.Stream;

/// Retries are none that Envoy makes. Page, examples, tests: InvalidRetries.md, beside this file.
public final class InvalidRetries implements ResourceRule<VirtualService> {
  private static final Set<String> POLICIES =
      Set.of(
          "5xx",
          "gateway-error",
          "reset",
          "reset-before-request",
          "connect-failure",
          "retriable-4xx",
          "refused-stream",
          "retriable-status-codes",
          "retriable-headers",
          "envoy-ratelimited",
          "http3-post-connect-failure",
          "cancelled",
          "deadline-exceeded",
          "internal",
          "resource-exhausted",
          "unavailable");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0152", "invalid-retries", Category.INVALID, Severity.ERROR, "0.1")
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
      route.retries().ifPresent(retries -> check(retries, found));
    }
    return found.stream();
  }

  private static void check(HttpRoute.Retries retries, Findings found) {
    long attempts = Written.number(retries.attempts());
    if (attempts < 0) {
      found.say(retries.attempts().get().origin(), "the number of attempts is negative");
    }
    if (attempts == 0
        && (retries.perTryTimeout().isPresent()
            || Written.says(retries.retryOn())
            || retries.retryRemoteLocalities().isPresent())) {
      found.say(
          Written.place(retries.attempts(), retries.origin()),
          "there are no attempts, and a policy for them");
    }
    found.duration(retries.perTryTimeout());
    found.duration(retries.backoff());
    if (Written.says(retries.retryOn())) {
      for (String policy : retries.retryOn().get().value().split(",", -1)) {
        if (!POLICIES.contains(policy) && !isStatus(policy)) {
          found.say(
              retries.retryOn().get().origin(),
              "`" + policy + "` is neither a retry policy of Envoy nor a status of HTTP");
        }
      }
    }
  }

  /// One of those that have a name: 418 is one, 419 is none.
  private static boolean isStatus(String text) {
    if (text.length() != 3 || text.chars().anyMatch(c -> c < '0' || c > '9')) {
      return false;
    }
    int status = Integer.parseInt(text);
    return status >= 100 && status <= 103
        || status >= 200 && status <= 208
        || status == 226
        || status >= 300 && status <= 308 && status != 306
        || status >= 400 && status <= 418
        || status >= 421 && status <= 431 && status != 427 && status != 430
        || status == 451
        || status >= 500 && status <= 511 && status != 509;
  }
}
