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

/// A policy holds a key that is to be secret. Page, examples, tests: SecretInJwks.md, beside this file.
public final class SecretInJwks implements ResourceRule<RequestAuthentication> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0332", "secret-in-jwks", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<RequestAuthentication> reads() {
    return RequestAuthentication.class;
  }

  @Override
  public Stream<Finding> check(RequestAuthentication it, Checked input) {
    var found = new Findings(this, it);
    for (RequestAuthentication.JwtRule rule : it.jwtRules()) {
      if (Written.says(rule.jwks()) && KeySet.of(rule.jwks().get().value()).holdsSecrets()) {
        found.say(
            rule.jwks().get().origin(),
            "`jwks` holds a private or symmetric key, with which anybody can make tokens");
      }
    }
    return found.stream();
  }
}
