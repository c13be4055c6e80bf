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

/// The parameters of a Gateway are not there. Page, examples, tests: UnknownParameters.md, beside this file.
public final class UnknownParameters implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC3715", "unknown-parameters", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.GATEWAY, new Kind(GatewayKinds.GROUP, "GatewayClass"));
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    boolean isClass = object.id().kind().equals("GatewayClass");
    Part reference =
        isClass
            ? object.spec().get("parametersRef")
            : object.spec().get("infrastructure", "parametersRef");
    String group = reference.get("group").text();
    String kind = reference.get("kind").text();
    String namespace = isClass ? reference.get("namespace").text() : object.id().namespace();
    boolean known = group.isEmpty() || !input.documents().of(group, kind).isEmpty();
    if (!reference.isThere() || !known || namespace.isEmpty()) {
      return;
    }
    var id = new ResourceId(group, kind, namespace, reference.get("name").text());
    Presence presence = Presence.of(id, input);
    if (presence.isGone()) {
      found.say(
          reference,
          presence.severity(),
          kind + " `" + id.name() + "` is not in namespace `" + namespace + "`");
    }
  }
}
