package io.meshc.rules.istio.httproute;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.StringMatch;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.PortText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A redirect leads nowhere. Page, examples, tests: InvalidRedirect.md, beside this file.
public final class InvalidRedirect implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0149", "invalid-redirect", Category.INVALID, Severity.ERROR, "0.1")
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
      route.redirect().ifPresent(redirect -> check(redirect, route, found));
    }
    return found.stream();
  }

  private static void check(HttpRoute.Redirect redirect, HttpRoute route, Findings found) {
    boolean toPath = Written.says(redirect.uri());
    boolean toPrefix = Written.says(redirect.prefixRewrite());
    if (toPath && toPrefix) {
      found.say(
          redirect.prefixRewrite().get().origin(),
          "`prefixRewrite` stands beside `uri`",
          redirect.uri().get().origin(),
          "the other one");
    }
    if (toPrefix
        && route.match().stream()
            .anyMatch(match ->
                match.uri().isPresent() && !(match.uri().get() instanceof StringMatch.Prefix))) {
      found.say(
          redirect.prefixRewrite().get().origin(),
          "`prefixRewrite` has no prefix to rewrite: a match of the route looks at the path"
              + " otherwise");
    }
    boolean port = redirect.port().isPresent() || redirect.derivePort().isPresent();
    if (!toPath
        && !toPrefix
        && !port
        && !Written.says(redirect.authority())
        && !Written.says(redirect.scheme())) {
      found.say(
          redirect.origin(), "the redirect names neither a path nor a host, a port or a scheme");
    }
    long code = Written.number(redirect.redirectCode());
    if (code != 0 && (code < 300 || code > 399)) {
      found.say(
          redirect.redirectCode().get().origin(),
          "status " + code + " is no redirect: those are 300 to 399");
    }
    String scheme = Written.text(redirect.scheme());
    if (!scheme.isEmpty() && !scheme.equals("http") && !scheme.equals("https")) {
      found.say(
          redirect.scheme().get().origin(),
          "scheme `" + scheme + "` is neither `http` nor `https`");
    }
    long number = Written.number(redirect.port());
    if (number != 0 && !PortText.isPort(number)) {
      found.say(redirect.port().get().origin(), "port " + number + " is not in 1 to 65535");
    }
  }
}
