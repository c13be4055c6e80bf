package io.meshc.rules.gateway.status;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Written;
import java.util.List;

/// A route has no host in common with its listeners. Page, examples, tests: UnmatchedHostname.md, beside this file.
public final class UnmatchedHostname implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC3703", "unmatched-hostname", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.HTTP, GatewayKinds.GRPC, GatewayKinds.TLS);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Attachment it : Attachment.of(object, input)) {
      if (!it.allowing().isEmpty() && it.serving().isEmpty()) {
        found.say(
            object.spec().get("hostnames"),
            "no host of the route is one of a listener of "
                + it.id().kind()
                + " `"
                + it.id().name()
                + "`",
            it.allowing().getFirst().get("hostname"),
            "the host of a listener");
      }
    }
  }
}
