package io.meshc.rules.istio.authentication;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.security.RequestAuthentication;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.DurationText;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A rule for tokens names no issuer, or looks for tokens nowhere. Page, examples, tests: InvalidJwtRule.md, beside this file.
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
      empty(rule.audiences(), "audience", found);
      empty(rule.fromParams(), "parameter", found);
      empty(rule.fromCookies(), "cookie", found);
      empty(rule.spaceDelimitedClaims(), "claim", found);
      for (RequestAuthentication.JwtHeader header : rule.fromHeaders()) {
        if (!Written.says(header.name())) {
          found.say(
              Written.place(header.name(), header.origin()),
              "the header with the token has no name");
        }
      }
      rule.outputClaimToHeaders().forEach(claim -> claim(claim, found));
      if (rule.timeout().isPresent()) {
        String fault = DurationText.fault(rule.timeout().get().value());
        if (!fault.isEmpty()) {
          found.say(
              rule.timeout().get().origin(), "`" + rule.timeout().get().value() + "` " + fault);
        }
      }
    }
    return found.stream();
  }

  private static void empty(List<At<String>> names, String what, Findings found) {
    for (At<String> it : names) {
      if (it.value().isEmpty()) {
        found.say(it.origin(), "the name of a " + what + " is empty");
      }
    }
  }

  private static void claim(RequestAuthentication.ClaimToHeader claim, Findings found) {
    if (!Written.says(claim.claim()) || !Written.says(claim.header())) {
      found.say(claim.origin(), "a claim and a header to write it to are needed");
    } else if (!isName(claim.header().get().value())) {
      found.say(
          claim.header().get().origin(),
          "`"
              + claim.header().get().value()
              + "` is no name of a header: letters, digits, `-` and `_`");
    }
  }

  private static boolean isName(String header) {
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (!(c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9'
          || c == '-'
          || c == '_')) {
        return false;
      }
    }
    return true;
  }
}
