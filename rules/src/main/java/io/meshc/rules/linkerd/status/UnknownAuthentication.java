package io.meshc.rules.linkerd.status;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.status.Presence;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A policy requires a proof that nobody describes. Page, examples, tests: UnknownAuthentication.md, beside this file.
public final class UnknownAuthentication implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC3721", "unknown-authentication", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return LinkerdKinds.policy("AuthorizationPolicy");
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part reference : object.spec().each("requiredAuthenticationRefs")) {
      for (String kind : List.of("MeshTLSAuthentication", "NetworkAuthentication")) {
        if (!LinkerdKinds.isOf(reference, LinkerdKinds.GROUP, kind)) {
          continue;
        }
        String namespace = reference.get("namespace").textOr(object.id().namespace());
        var id = new ResourceId(LinkerdKinds.GROUP, kind, namespace, reference.get("name").text());
        Presence presence = Presence.of(id, input);
        if (presence.isGone()) {
          found.say(
              reference,
              presence.severity(),
              kind
                  + " `"
                  + id.name()
                  + "` is not in namespace `"
                  + namespace
                  + "`: the policy is ignored");
        }
      }
    }
  }
}
