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
import java.util.HashMap;
import java.util.List;

/// A policy asks clients for two proofs of one kind. Page, examples, tests: SeveralAuthentications.md, beside this file.
public final class SeveralAuthentications implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0451", "several-authentications", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return LinkerdKinds.policy("AuthorizationPolicy");
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    var first = new HashMap<String, Part>();
    for (Part reference : object.spec().each("requiredAuthenticationRefs")) {
      String proof = proof(reference);
      if (proof.isEmpty()) {
        found.say(reference, "`" + reference.get("kind").text() + "` says nothing of a client");
        continue;
      }
      Part other = first.putIfAbsent(proof, reference);
      if (other != null) {
        found.say(reference, "a client is asked for " + proof + " twice", other, "the other one");
      }
    }
  }

  /// What a client has to prove; none for what Linkerd does not know.
  private static String proof(Part reference) {
    if (LinkerdKinds.isOf(reference, LinkerdKinds.GROUP, "MeshTLSAuthentication")
        || LinkerdKinds.isOf(reference, "", "ServiceAccount")) {
      return "an identity";
    }
    return LinkerdKinds.isOf(reference, LinkerdKinds.GROUP, "NetworkAuthentication")
        ? "an address"
        : "";
  }
}
