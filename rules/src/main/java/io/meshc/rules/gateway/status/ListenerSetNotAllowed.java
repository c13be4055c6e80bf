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
import java.util.Optional;

/// A set of listeners belongs to a Gateway that does not take it. Page, examples, tests: ListenerSetNotAllowed.md, beside this file.
public final class ListenerSetNotAllowed implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC3711", "listener-set-not-allowed", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.LISTENER_SET);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    Part reference = object.spec().get("parentRef");
    String namespace = reference.get("namespace").textOr(object.id().namespace());
    var id = new ResourceId(GatewayKinds.GROUP, "Gateway", namespace, reference.get("name").text());
    if (!reference.get("group").textOr(GatewayKinds.GROUP).equals(GatewayKinds.GROUP)
        || !reference.get("kind").textOr("Gateway").equals("Gateway")) {
      return;
    }
    Optional<Written> gateway = input.documents().one(id);
    if (gateway.isPresent()) {
      if (!ListenerConflicts.takes(gateway.get(), object, input)) {
        found.say(
            reference,
            "Gateway `"
                + id.name()
                + "` takes no ListenerSet of namespace `"
                + object.id().namespace()
                + "`",
            gateway.get().spec().get("allowedListeners"),
            "what it takes");
      }
    } else if (Presence.of(id, input).isGone()) {
      found.say(
          reference,
          Presence.of(id, input).severity(),
          "Gateway `" + id.name() + "` is not in namespace `" + id.namespace() + "`");
    }
  }
}
