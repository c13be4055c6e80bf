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
import java.util.List;

/// A route matches a path that no request has. Page, examples, tests: InvalidRoutePath.md, beside this file.
public final class InvalidRoutePath implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0402", "invalid-route-path", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.HTTP);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part rule : object.spec().each("rules")) {
      for (Part match : rule.each("matches")) {
        Part path = match.get("path");
        if (!path.get("type").textOr("PathPrefix").equals("RegularExpression")) {
          found.fault(path.get("value"), "no path", fault(path.get("value").textOr("/")));
        }
      }
    }
  }

  private static String fault(String path) {
    if (!path.startsWith("/")) {
      return "it does not start with `/`";
    }
    for (String part : List.of("//", "/./", "/../", "%2f", "%2F", "#")) {
      if (path.contains(part)) {
        return "`" + part + "` is in it";
      }
    }
    if (path.endsWith("/..") || path.endsWith("/.")) {
      return "it ends with `" + path.substring(path.lastIndexOf('/')) + "`";
    }
    return NameText.isPath(path) ? "" : "a path has other characters";
  }
}
