package io.meshc.rules.gateway.status;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A route names a listener or a port that its parent has not. Page, examples, tests: UnmatchedListener.md, beside this file.
public final class UnmatchedListener implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC3701", "unmatched-listener", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return GatewayKinds.ROUTES;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Attachment it : Attachment.of(object, input)) {
      if (it.presence() == Presence.FOUND && it.named().isEmpty()) {
        found.say(
            it.reference(),
            "no listener of "
                + it.id().kind()
                + " `"
                + it.id().name()
                + "` "
                + wanted(it.reference()));
      }
    }
    for (Part parent : object.spec().each("parentRefs")) {
      if (ServiceParents.isService(parent)) {
        ResourceId id = ServiceParents.id(parent, object);
        if (ServiceParents.lacksPort(parent, id, input)) {
          found.say(parent, "no port of Service `" + id.name() + "` " + wanted(parent));
        }
      }
    }
  }

  private static String wanted(Part reference) {
    String section = reference.get("sectionName").text();
    Part port = reference.get("port");
    String name = section.isEmpty() ? "" : "is called `" + section + "`";
    String at = port.isThere() ? "has number " + port.wholeOr(0) : "";
    return name + (name.isEmpty() || at.isEmpty() ? "" : " and ") + at;
  }
}
