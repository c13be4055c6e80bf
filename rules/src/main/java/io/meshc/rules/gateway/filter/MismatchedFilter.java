package io.meshc.rules.gateway.filter;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DefinitionRule;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.rules.gateway.Unions;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A filter is of another type than its fields. Page, examples, tests: MismatchedFilter.md, beside this file.
public final class MismatchedFilter implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0410", "mismatched-filter", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.HTTP, GatewayKinds.GRPC);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    var types = object.id().kind().equals("HTTPRoute") ? FilterTypes.OF_HTTP : FilterTypes.OF_GRPC;
    for (Part filter : GatewayKinds.filters(object)) {
      Unions.check(filter, filter.get("type").text(), types, found);
      for (String field : List.of("requestRedirect", "urlRewrite")) {
        Part path = filter.get(field, "path");
        if (path.isThere()) {
          Unions.check(path, path.get("type").text(), FilterTypes.OF_PATH, found);
        }
      }
      Part asked = filter.get("externalAuth");
      if (asked.isThere()) {
        Unions.check(asked, asked.get("protocol").text(), FilterTypes.OF_AUTHORIZATION, found);
      }
    }
  }
}
