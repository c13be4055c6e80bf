package io.meshc.rules.linkerd.route;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// Linkerd cannot read where a route redirects to. Page, examples, tests: InvalidMeshRedirect.md, beside this file.
public final class InvalidMeshRedirect implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0462", "invalid-mesh-redirect", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return LinkerdKinds.HTTP_ROUTES;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    if (!LinkerdKinds.concerns(object, input)) {
      return;
    }
    for (Part rule : object.spec().each("rules")) {
      for (Part filter : rule.each("filters")) {
        Part path = filter.get("requestRedirect", "path");
        if (path.isThere()) {
          check(path, found);
        }
        Part status = filter.get("requestRedirect", "statusCode");
        if (status.isThere() && (status.wholeOr(302) < 100 || status.wholeOr(302) > 999)) {
          found.say(status, "status " + status.wholeOr(0) + " is none of HTTP");
        }
      }
    }
  }

  /// The full path counts where both are there.
  private static void check(Part path, Found found) {
    Part full = path.get("replaceFullPath");
    Part to = full.isThere() ? full : path.get("replacePrefixMatch");
    if (!to.isThere()) {
      found.say(path, "there is neither `replaceFullPath` nor `replacePrefixMatch`");
    } else if (!to.text().startsWith("/")) {
      found.say(to, "path `" + to.text() + "` does not start with `/`");
    }
  }
}
