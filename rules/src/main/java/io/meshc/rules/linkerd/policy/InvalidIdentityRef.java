package io.meshc.rules.linkerd.policy;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// Clients are named by what has no identity. Page, examples, tests: InvalidIdentityRef.md, beside this file.
public final class InvalidIdentityRef implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0453", "invalid-identity-ref", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return LinkerdKinds.policy("MeshTLSAuthentication");
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part reference : object.spec().each("identityRefs")) {
      if (LinkerdKinds.isOf(reference, "", "Namespace")) {
        if (reference.get("namespace").isThere()) {
          found.say(reference.get("namespace"), "a Namespace is in no namespace");
        }
      } else if (!LinkerdKinds.isOf(reference, "", "ServiceAccount")) {
        found.say(reference, "`" + reference.get("kind").text() + "` has no identity");
      }
    }
  }
}
