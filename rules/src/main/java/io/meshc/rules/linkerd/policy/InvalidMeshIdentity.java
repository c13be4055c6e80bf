package io.meshc.rules.linkerd.policy;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.rules.linkerd.value.IdentityText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// An identity of a client is none. Page, examples, tests: InvalidMeshIdentity.md, beside this file.
public final class InvalidMeshIdentity implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0452", "invalid-mesh-identity", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return LinkerdKinds.policy("MeshTLSAuthentication");
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part id : object.spec().each("identities")) {
      found.fault(id, "no identity", IdentityText.fault(id.text()));
    }
  }
}
