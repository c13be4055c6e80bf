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
import java.util.HashMap;
import java.util.List;

/// A filter that can be there once is there twice, or beside one that it excludes. Page, examples, tests: RepeatedFilter.md, beside this file.
public final class RepeatedFilter implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0411", "repeated-filter", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.HTTP, GatewayKinds.GRPC);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part rule : object.spec().each("rules")) {
      GatewayKinds.filterLists(rule).forEach(it -> check(it, found));
    }
  }

  private static void check(List<Part> filters, Found found) {
    var first = new HashMap<String, Part>();
    for (Part filter : filters) {
      String type = filter.get("type").text();
      Part before = first.putIfAbsent(type, filter);
      if (before != null && FilterTypes.ONCE.contains(type)) {
        found.say(filter, "filter `" + type + "` stands twice", before, "the first one");
      }
    }
    Part redirect = first.get("RequestRedirect");
    Part rewrite = first.get("URLRewrite");
    if (redirect != null && rewrite != null) {
      found.say(redirect, "the request is redirected and rewritten", rewrite, "the rewrite");
    }
  }
}
