package io.meshc.rules.istio.authentication;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.security.RequestAuthentication;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A rule for tokens names no issuer. Page, examples, tests: InvalidJwtRule.md, beside this file.
public final class InvalidJwtRule implements ResourceRule<RequestAuthentication> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0330", "invalid-jwt-rule", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<RequestAuthentication> reads() {
    return RequestAuthentication.class;
  }

  @Override
  public Stream<Finding> check(RequestAuthentication it, Checked input) {
    var found = new Findings(this, it);
    for (RequestAuthentication.JwtRule rule : it.jwtRules()) {
      if (!Written.says(rule.issuer())
          && !Written.says(rule.jwksUri())
          && !Written.says(rule.jwksUriOld())) {
        found.say(
            Written.place(rule.issuer(), rule.origin()),
            "the rule has neither `issuer` nor `jwksUri`");
      }
      found.duration(rule.timeout());
    }
    return found.stream();
  }
}
