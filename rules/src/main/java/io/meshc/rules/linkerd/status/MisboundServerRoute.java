package io.meshc.rules.linkerd.status;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A route names a Server in a way that Linkerd does not bind. Page, examples, tests: MisboundServerRoute.md, beside this file.
public final class MisboundServerRoute implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC3722", "misbound-server-route", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return List.of(LinkerdKinds.HTTP, GatewayKinds.HTTP, GatewayKinds.GRPC);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part parent : object.spec().each("parentRefs")) {
      if (!LinkerdKinds.isOf(parent, LinkerdKinds.GROUP, "Server")) {
        continue;
      }
      if (!parent
          .get("namespace")
          .textOr(object.id().namespace())
          .equals(object.id().namespace())) {
        found.say(
            parent.get("namespace"), "a route is bound to Servers of its own namespace alone");
      }
      for (String field : List.of("port", "sectionName")) {
        if (parent.get(field).isThere()) {
          found.say(parent.get(field), "a reference to a Server has no `" + field + "`");
        }
      }
    }
  }
}
