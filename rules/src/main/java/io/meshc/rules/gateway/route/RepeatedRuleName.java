package io.meshc.rules.gateway.route;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DefinitionRule;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.HashMap;
import java.util.List;

/// Two rules of a route have one name. Page, examples, tests: RepeatedRuleName.md, beside this file.
public final class RepeatedRuleName implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0406", "repeated-rule-name", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return GatewayKinds.ROUTES;
  }

  @Override
  public boolean asks(Kind kind, Checked input) {
    return DefinitionRule.super.asks(kind, input) && input.documents().mayHave("experimental");
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    var names = new HashMap<String, Part>();
    for (Part rule : object.spec().each("rules")) {
      Part name = rule.get("name");
      Part first = name.isThere() ? names.putIfAbsent(name.text(), name) : null;
      if (first != null) {
        found.say(name, "rule name `" + name.text() + "` stands twice", first, "the first one");
      }
    }
  }
}
