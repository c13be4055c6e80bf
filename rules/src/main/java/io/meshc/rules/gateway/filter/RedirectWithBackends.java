package io.meshc.rules.gateway.filter;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DefinitionRule;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A rule answers with a redirect and has backends. Page, examples, tests: RedirectWithBackends.md, beside this file.
public final class RedirectWithBackends implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0412", "redirect-with-backends", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.HTTP);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part rule : object.spec().each("rules")) {
      if (rule.each("backendRefs").isEmpty()) {
        continue;
      }
      for (Part filter : rule.each("filters")) {
        if (filter.get("requestRedirect").isThere()) {
          found.say(
              filter.get("requestRedirect"),
              "the rule redirects, and has backends",
              rule.get("backendRefs"),
              "the backends");
        }
      }
    }
  }
}
