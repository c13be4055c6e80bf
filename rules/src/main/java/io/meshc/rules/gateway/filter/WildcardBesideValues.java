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

/// A CORS filter allows everything, and something beside it. Page, examples, tests: WildcardBesideValues.md, beside this file.
public final class WildcardBesideValues implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0415", "wildcard-beside-values", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.HTTP);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part filter : GatewayKinds.filters(object)) {
      for (String field : List.of("allowOrigins", "allowMethods", "allowHeaders")) {
        List<Part> values = filter.get("cors").each(field);
        for (Part value : values) {
          if (value.is("*") && values.size() > 1) {
            found.say(value, "`*` stands beside other values of `" + field + "`");
          }
        }
      }
    }
  }
}
