package io.meshc.rules.istio.authentication;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.security.RequestAuthentication;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The keys of an issuer cannot be read, or stand in two places. Page, examples, tests: InvalidJwks.md, beside this file.
public final class InvalidJwks implements ResourceRule<RequestAuthentication> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0331", "invalid-jwks", Category.INVALID, Severity.ERROR, "0.1")
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
      uri(rule.jwksUri(), found);
      uri(rule.jwksUriOld(), found);
      int ways =
          (rule.jwks().isPresent() ? 1 : 0)
              + (rule.jwksUri().isPresent() ? 1 : 0)
              + (rule.jwksUriOld().isPresent() ? 1 : 0);
      if (ways > 1) {
        found.say(
            Written.place(rule.jwks(), rule.origin()),
            "the keys are here and elsewhere",
            Written.place(rule.jwksUri(), Written.place(rule.jwksUriOld(), rule.origin())),
            "the other place");
      }
      if (Written.says(rule.jwks())) {
        String fault = KeySet.of(rule.jwks().get().value()).fault();
        if (!fault.isEmpty()) {
          found.say(rule.jwks().get().origin(), "`jwks` is no set of keys: " + fault);
        }
      }
    }
    return found.stream();
  }

  private static void uri(Optional<At<String>> uri, Findings found) {
    if (uri.isPresent()) {
      found.fault(uri.get(), "no place of keys", fault(uri.get().value()));
    }
  }

  private static String fault(String uri) {
    int colon = uri.indexOf(':');
    String scheme = uri.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return "its scheme is neither `http` nor `https`";
    }
    String rest = uri.substring(colon + 1);
    if (!rest.startsWith("//")) {
      return "";
    }
    int end = 2;
    while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String host = rest.substring(2, end);
    if (host.chars().anyMatch(c -> c <= ' ' || c == '<' || c == '>' || c == '"')) {
      return "`" + host + "` is no host";
    }
    int port = host.lastIndexOf(':');
    boolean named = port < 0 || port < host.lastIndexOf(']');
    return named || host.substring(port + 1).chars().allMatch(c -> c >= '0' && c <= '9')
        ? ""
        : "`" + host.substring(port + 1) + "` is no port";
  }
}
