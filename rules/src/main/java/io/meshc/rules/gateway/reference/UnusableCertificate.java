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

/// A Gateway has a certificate that cannot be used. Page, examples, tests: UnusableCertificate.md, beside this file.
public final class UnusableCertificate implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC3708", "unusable-certificate", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.GATEWAY, GatewayKinds.LISTENER_SET);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Certificates.Reference it : Certificates.references(object)) {
      if (it.kind().equals("Secret")) {
        Certificates.checkPair(it.place(), object, input, found);
      }
    }
  }
}
