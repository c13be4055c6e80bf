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

/// A route is attached to what is not there. Page, examples, tests: UnknownParent.md, beside this file.
public final class UnknownParent implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC3700", "unknown-parent", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return GatewayKinds.ROUTES;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Attachment it : Attachment.of(object, input)) {
      say(it.reference(), it.presence(), it.id(), found);
    }
    for (Part parent : object.spec().each("parentRefs")) {
      if (ServiceParents.isService(parent)) {
        ResourceId id = ServiceParents.id(parent, object);
        say(parent, ServiceParents.presence(id, input), id, found);
      }
    }
  }

  private static void say(Part place, Presence presence, ResourceId id, Found found) {
    if (presence.isGone()) {
      found.say(
          place,
          presence.severity(),
          "parent "
              + id.kind()
              + " `"
              + id.name()
              + "` is not in namespace `"
              + id.namespace()
              + "`");
    }
  }
}
