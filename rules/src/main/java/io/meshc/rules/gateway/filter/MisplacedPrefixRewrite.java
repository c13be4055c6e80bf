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
import java.util.ArrayList;
import java.util.List;

/// A prefix is replaced where no single prefix is matched. Page, examples, tests: MisplacedPrefixRewrite.md, beside this file.
public final class MisplacedPrefixRewrite implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0413", "misplaced-prefix-rewrite", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.HTTP);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part rule : object.spec().each("rules")) {
      if (!isOnePrefix(rule)) {
        check(rule, rule.each("filters"), found);
        backends(rule, found);
      }
    }
  }

  /// A rule without matches has one of prefix `/`, and so has a match without a path.
  private static boolean isOnePrefix(Part rule) {
    if (!rule.get("matches").isThere()) {
      return true;
    }
    List<Part> matches = rule.each("matches");
    return matches.size() == 1
        && matches.getFirst().get("path", "type").textOr("PathPrefix").equals("PathPrefix");
  }

  /// As the definitions ask: of backends only where a single one has such a filter.
  private static void backends(Part rule, Found found) {
    for (String field : List.of("requestRedirect", "urlRewrite")) {
      var with = new ArrayList<Part>();
      for (Part backend : rule.each("backendRefs")) {
        List<Part> there = replacing(backend.each("filters"), field);
        if (there.size() == 1) {
          with.add(there.getFirst());
        }
      }
      if (with.size() == 1) {
        say(with.getFirst(), found);
      }
    }
  }

  private static void check(Part rule, List<Part> filters, Found found) {
    for (String field : List.of("requestRedirect", "urlRewrite")) {
      List<Part> there = replacing(filters, field);
      if (there.size() == 1) {
        say(there.getFirst(), found);
      }
    }
  }

  private static void say(Part path, Found found) {
    found.say(
        path,
        "a prefix is replaced, and the rule does not match one prefix",
        "a rule that replaces a prefix has one match, of type PathPrefix");
  }

  private static List<Part> replacing(List<Part> filters, String field) {
    var there = new ArrayList<Part>();
    for (Part filter : filters) {
      Part path = filter.get(field, "path");
      if (path.get("type").is("ReplacePrefixMatch") && path.get("replacePrefixMatch").isThere()) {
        there.add(path);
      }
    }
    return there;
  }
}
