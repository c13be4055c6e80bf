package io.meshc.rules.istio.httproute;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.RegexText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// A rewrite changes nothing, or the path in two ways. Page, examples, tests: InvalidRewrite.md, beside this file.
public final class InvalidRewrite implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0153", "invalid-rewrite", Category.INVALID, Severity.ERROR, "0.1")
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
      route.rewrite().ifPresent(rewrite -> check(rewrite, found));
    }
    return found.stream();
  }

  private static void check(HttpRoute.Rewrite rewrite, Findings found) {
    Optional<HttpRoute.RegexRewrite> regex = rewrite.uriRegexRewrite();
    if (Written.says(rewrite.uri()) && regex.isPresent()) {
      found.say(
          regex.get().origin(),
          "`uriRegexRewrite` stands beside `uri`",
          rewrite.uri().get().origin(),
          "the other one");
    }
    if (!Written.says(rewrite.uri()) && regex.isEmpty() && !Written.says(rewrite.authority())) {
      found.say(
          rewrite.origin(), "the rewrite has none of `uri`, `uriRegexRewrite` and `authority`");
    }
    if (regex.isEmpty()) {
      return;
    }
    if (!Written.says(regex.get().match()) || !Written.says(regex.get().rewrite())) {
      found.say(regex.get().origin(), "`uriRegexRewrite` needs both `match` and `rewrite`");
    } else {
      found.fault(
          regex.get().match(),
          "no regular expression",
          RegexText.fault(regex.get().match().get().value()));
    }
  }
}
