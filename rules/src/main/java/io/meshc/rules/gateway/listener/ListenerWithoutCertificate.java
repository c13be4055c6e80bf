package io.meshc.rules.gateway.listener;

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

/// A listener ends TLS without a certificate. Page, examples, tests: ListenerWithoutCertificate.md, beside this file.
public final class ListenerWithoutCertificate implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0421", "listener-without-certificate", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.GATEWAY, GatewayKinds.LISTENER_SET);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part listener : object.spec().each("listeners")) {
      Part tls = listener.get("tls");
      if (tls.isThere()
          && tls.get("mode").textOr("Terminate").equals("Terminate")
          && tls.each("certificateRefs").isEmpty()
          && tls.get("options").keys().isEmpty()) {
        found.say(tls, "TLS ends at this listener, and there is no certificate for it");
      }
    }
  }
}
