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

/// A ServerAuthorization asks for an identity, and for none. Page, examples, tests: ContradictingClient.md, beside this file.
public final class ContradictingClient implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0456", "contradicting-client", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return LinkerdKinds.policy("ServerAuthorization");
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    Part client = object.spec().get("client");
    Part mesh = client.get("meshTLS");
    if (mesh.isThere() && client.get("unauthenticated").isTrue()) {
      found.say(
          client.get("unauthenticated"),
          "clients need no identity, and one of the mesh",
          mesh,
          "of the mesh");
    }
    for (String field : List.of("identities", "serviceAccounts")) {
      if (mesh.get("unauthenticatedTLS").isTrue() && !mesh.each(field).isEmpty()) {
        found.say(
            mesh.get(field),
            "any client with TLS is let in, and some are named",
            mesh.get("unauthenticatedTLS"),
            "any client");
      }
    }
  }
}
