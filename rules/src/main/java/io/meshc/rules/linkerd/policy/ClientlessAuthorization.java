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

/// A ServerAuthorization says of no client that it may pass. Page, examples, tests: ClientlessAuthorization.md, beside this file.
public final class ClientlessAuthorization implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC0530", "clientless-authorization", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return LinkerdKinds.policy("ServerAuthorization");
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    Part client = object.spec().get("client");
    Part mesh = client.get("meshTLS");
    if (client.get("unauthenticated").isTrue() || mesh.get("unauthenticatedTLS").isTrue()) {
      return;
    }
    if (!mesh.isThere()) {
      found.say(
          client.isThere() ? client : object.spec(),
          "nothing says which clients may pass: the object is ignored");
    } else if (mesh.each("identities").isEmpty() && mesh.each("serviceAccounts").isEmpty()) {
      found.say(mesh, "no client is named that may pass: the object is ignored");
    }
  }
}
