package io.meshc.rules.istio.httproute;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.StringMatch;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.value.DurationText;
import io.meshc.rules.istio.value.HeaderText;
import io.meshc.rules.istio.value.RegexText;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;
import java.util.stream.Stream;

/// A CORS policy names what no browser sends. Page, examples, tests: InvalidCors.md, beside this file.
public final class InvalidCors implements ResourceRule<VirtualService> {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "*");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0144", "invalid-cors", Category.INVALID, Severity.ERROR, "0.1")
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
      route.corsPolicy().ifPresent(policy -> check(policy, found));
    }
    return found.stream();
  }

  private static void check(HttpRoute.CorsPolicy policy, Findings found) {
    for (StringMatch origin : policy.allowOrigins()) {
      origin(origin, found);
    }
    for (At<String> method : policy.allowMethods()) {
      if (!METHODS.contains(method.value())) {
        found.say(method.origin(), "`" + method.value() + "` is no method of HTTP");
      }
    }
    policy.allowHeaders().forEach(name -> header(name, found));
    policy.exposeHeaders().forEach(name -> header(name, found));
    if (policy.maxAge().isPresent()) {
      At<String> age = policy.maxAge().get();
      String fault = DurationText.fault(age.value());
      if (fault.isEmpty() && !DurationText.isWholeSeconds(age.value())) {
        fault = "is no whole number of seconds";
      }
      found.is(age, fault);
    }
  }

  private static void origin(StringMatch origin, Findings found) {
    if (origin instanceof StringMatch.Present empty) {
      found.say(empty.origin(), "the origin is empty");
    } else if (origin instanceof StringMatch.Exact exact && exact.text().value().isEmpty()) {
      found.say(exact.text().origin(), "the origin is empty");
    } else if (origin instanceof StringMatch.Prefix prefix && prefix.text().value().isEmpty()) {
      found.say(prefix.text().origin(), "the origin is empty");
    } else if (origin instanceof StringMatch.Regex regex) {
      found.fault(regex.text(), "no regular expression", RegexText.fault(regex.text().value()));
    }
  }

  private static void header(At<String> name, Findings found) {
    if (!HeaderText.isToken(name.value())) {
      found.say(name.origin(), "`" + name.value() + "` is no name of a header");
    }
  }
}
