package io.meshc.rules.gateway.reference;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Written;
import java.util.List;

/// A certificate of an authority cannot be used. Page, examples, tests: UnusableAuthority.md, beside this file.
public final class UnusableAuthority implements DocumentRule {

  private static final Kind BACKEND_TLS = new Kind(GatewayKinds.GROUP, "BackendTLSPolicy");

  @Override
  public RuleCard card() {
    return new RuleCard("MC3709", "unusable-authority", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.GATEWAY, BACKEND_TLS);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    if (object.id().kind().equals("Gateway")) {
      for (Certificates.Reference it : Certificates.references(object)) {
        if (it.kind().equals("ConfigMap")) {
          Certificates.checkAuthority(it.place(), object, input, found);
        }
      }
    } else {
      object
          .spec()
          .get("validation")
          .each("caCertificateRefs")
          .forEach(it -> Certificates.checkAuthority(it, object, input, found));
    }
  }
}
