package io.meshc.rules.gateway.policy;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DefinitionRule;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// Who vouches for a backend is said in two ways, or in none. Page, examples, tests: ContradictingAuthorities.md, beside this file.
public final class ContradictingAuthorities implements DefinitionRule {

  private static final Kind BACKEND_TLS = new Kind(GatewayKinds.GROUP, "BackendTLSPolicy");
  private static final Kind BACKEND = new Kind(GatewayKinds.TRIED, "XBackend");

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0431", "contradicting-authorities", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(BACKEND_TLS, BACKEND);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    check(object.spec().get("validation"), found);
    check(object.spec().get("tls", "validation"), found);
  }

  private static void check(Part validation, Found found) {
    if (!validation.isThere()) {
      return;
    }
    boolean named = !validation.each("caCertificateRefs").isEmpty();
    Part wellKnown = validation.get("wellKnownCACertificates");
    if (named && !wellKnown.text().isEmpty()) {
      found.say(wellKnown, "authorities are named, and well-known ones are taken");
    } else if (!named && wellKnown.text().isEmpty()) {
      found.say(validation, "there is neither `caCertificateRefs` nor `wellKnownCACertificates`");
    }
  }
}
