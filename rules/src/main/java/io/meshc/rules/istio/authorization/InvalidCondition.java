package io.meshc.rules.istio.authorization;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A condition asks for what Istio does not know. Page, examples, tests: InvalidCondition.md, beside this file.
public final class InvalidCondition implements ResourceRule<AuthorizationPolicy> {
  private static final Set<String> PLAIN =
      Set.of(
          "source.namespace",
          "source.principal",
          "source.trustDomain",
          "request.auth.principal",
          "request.auth.audiences",
          "request.auth.presenter",
          "connection.sni");
  private static final Set<String> ADDRESSES = Set.of("source.ip", "remote.ip", "destination.ip");
  private static final List<String> MAPS =
      List.of("request.headers", "request.auth.claims", "experimental.envoy.filters.");
  private static final Set<String> GONE =
      Set.of("destination.name", "destination.user", "destination.namespace");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0304", "invalid-condition", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<AuthorizationPolicy> reads() {
    return AuthorizationPolicy.class;
  }

  @Override
  public Stream<Finding> check(AuthorizationPolicy it, Checked input) {
    var found = new Findings(this, it);
    for (AuthorizationPolicy.Rule rule : it.rules()) {
      for (AuthorizationPolicy.Condition condition : rule.when()) {
        check(condition, found);
      }
    }
    return found.stream();
  }

  private static void check(AuthorizationPolicy.Condition condition, Findings found) {
    String key = Written.text(condition.key());
    Origin place = Written.place(condition.key(), condition.origin());
    if (key.isEmpty()) {
      condition.key().ifPresent(it -> found.say(place, "the key of the condition is empty"));
      return;
    }
    if (condition.values().isEmpty() && condition.notValues().isEmpty()) {
      found.say(condition.origin(), "condition `" + key + "` has neither `values` nor `notValues`");
      return;
    }
    String fault = keyFault(key);
    if (!fault.isEmpty()) {
      found.say(place, "`" + key + "` is no key of a condition: " + fault);
    }
    for (List<At<String>> values : List.of(condition.values(), condition.notValues())) {
      if (key.equals("source.serviceAccount")) {
        ValueText.accounts(values, found);
        continue;
      }
      ValueText.notEmpty(values, found);
      if (ADDRESSES.contains(key)) {
        ValueText.addresses(values, found);
      } else if (key.equals("destination.port")) {
        ValueText.ports(values, found);
      }
    }
  }

  private static String keyFault(String key) {
    for (String map : MAPS) {
      if (key.startsWith(map)) {
        int open = key.indexOf('[');
        return key.endsWith("]") && open > 0 && open < key.length() - 2
            ? ""
            : "it names nothing in `[` and `]`";
      }
    }
    if (GONE.contains(key) || key.startsWith("destination.labels")) {
      return "old versions of Istio knew it: the namespace and the selector of the policy say the"
          + " same";
    }
    boolean known =
        PLAIN.contains(key)
            || ADDRESSES.contains(key)
            || key.equals("source.serviceAccount")
            || key.equals("destination.port");
    return known ? "" : "Istio does not know it";
  }
}
