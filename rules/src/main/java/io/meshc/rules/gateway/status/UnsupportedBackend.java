package io.meshc.rules.gateway.status;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A route sends requests to what takes none. Page, examples, tests: UnsupportedBackend.md, beside this file.
public final class UnsupportedBackend implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC3705", "unsupported-backend", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return GatewayKinds.ROUTES;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part backend : GatewayKinds.backends(object)) {
      String group = backend.get("group").textOr("");
      String kind = backend.get("kind").textOr("Service");
      if (Backends.isKnown(group, kind) || !input.documents().of(group, kind).isEmpty()) {
        continue;
      }
      boolean certain = Backends.isOfKubernetes(group) || input.mesh().assumptions().closed();
      found.say(
          backend,
          certain ? Severity.ERROR : Severity.WARNING,
          "`"
              + kind
              + "`"
              + (group.isEmpty() ? "" : " of `" + group + "`")
              + " is no backend that an implementation has to know");
    }
  }
}
