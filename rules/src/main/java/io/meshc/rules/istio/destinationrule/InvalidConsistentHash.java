package io.meshc.rules.istio.destinationrule;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.LoadBalancer;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.DurationText;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashSet;
import java.util.stream.Stream;

/// A consistent hash has no ring, or two. Page, examples, tests: InvalidConsistentHash.md, beside this file.
public final class InvalidConsistentHash implements ResourceRule<DestinationRule> {
  private static final long LARGEST = 5_000_011;

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0175", "invalid-consistent-hash", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<DestinationRule> reads() {
    return DestinationRule.class;
  }

  @Override
  public Stream<Finding> check(DestinationRule it, Checked input) {
    var found = new Findings(this, it);
    for (Policies.Policy policy : Policies.of(it)) {
      if (policy.loadBalancer().isEmpty()) {
        continue;
      }
      LoadBalancer balancer = policy.loadBalancer().get();
      warmup(balancer, found);
      if (balancer.consistentHash().isEmpty()) {
        continue;
      }
      LoadBalancer.ConsistentHash hash = balancer.consistentHash().get();
      hash.httpCookie().ifPresent(cookie -> cookie(cookie, found));
      rings(hash, found);
      hash.maglev().ifPresent(maglev -> table(maglev, found));
    }
    return found.stream();
  }

  private static void warmup(LoadBalancer balancer, Findings found) {
    if (balancer.warmupDurationSecs().isPresent()) {
      At<String> old = balancer.warmupDurationSecs().get();
      found.is(old, DurationText.shortFault(old.value()));
    }
    if (balancer.warmup().isEmpty()) {
      return;
    }
    LoadBalancer.Warmup warmup = balancer.warmup().get();
    found.duration(warmup.duration());
    if (warmup.aggression().isPresent() && warmup.aggression().get().value().signum() == 0) {
      found.say(warmup.aggression().get().origin(), "the aggression of the warm-up is 0");
    }
  }

  private static void cookie(LoadBalancer.Cookie cookie, Findings found) {
    if (cookie.name().isPresent() && !Written.says(cookie.name())) {
      found.say(cookie.name().get().origin(), "the name of the cookie is empty");
    }
    var names = new HashSet<String>();
    for (LoadBalancer.CookieAttribute it : cookie.attributes()) {
      if (it.name().isEmpty()) {
        continue;
      }
      Origin place = it.name().get().origin();
      if (!Written.says(it.name())) {
        found.say(place, "the name of an attribute of the cookie is empty");
      } else if (!names.add(it.name().get().value())) {
        found.say(place, "attribute `" + it.name().get().value() + "` of the cookie stands twice");
      }
    }
  }

  private static void rings(LoadBalancer.ConsistentHash hash, Findings found) {
    if (hash.ringHash().isPresent() && hash.maglev().isPresent()) {
      found.say(
          hash.maglev().get().origin(),
          "`maglev` stands beside `ringHash`",
          hash.ringHash().get().origin(),
          "the other one");
    }
    if (Written.number(hash.minimumRingSize()) != 0
        && (hash.ringHash().isPresent() || hash.maglev().isPresent())) {
      found.say(
          hash.minimumRingSize().get().origin(),
          "`minimumRingSize` stands beside `ringHash` or `maglev`");
    }
  }

  private static void table(LoadBalancer.Maglev maglev, Findings found) {
    long size = Written.number(maglev.tableSize());
    Origin place = Written.place(maglev.tableSize(), maglev.origin());
    if (size == 0) {
      found.say(place, "the table of `maglev` has no size");
    } else if (size >= LARGEST) {
      found.say(place, "a table of " + size + " is not smaller than " + LARGEST);
    } else if (!isPrime(size)) {
      found.say(place, "the size of the table, " + size + ", is no prime number");
    }
  }

  private static boolean isPrime(long number) {
    for (long factor = 2; factor * factor <= number; factor++) {
      if (number % factor == 0) {
        return false;
      }
    }
    return number > 0;
  }
}
