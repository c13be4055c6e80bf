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

/// A policy is about a Service that is not there, or about no port of it. Page, examples, tests: UnknownTarget.md, beside this file.
public final class UnknownTarget implements DocumentRule {

  private static final List<Kind> KINDS =
      List.of(
          new Kind(GatewayKinds.GROUP, "BackendTLSPolicy"),
          new Kind(GatewayKinds.TRIED, "XBackendTrafficPolicy"));

  @Override
  public RuleCard card() {
    return new RuleCard("MC3714", "unknown-target", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return KINDS;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part target : object.spec().each("targetRefs")) {
      if (!target.get("group").text().isEmpty() || !target.get("kind").is("Service")) {
        continue;
      }
      ResourceId id = ServiceParents.id(target, object);
      Presence presence = ServiceParents.presence(id, input);
      if (presence.isGone()) {
        found.say(
            target,
            presence.severity(),
            "Service `" + id.name() + "` is not in namespace `" + id.namespace() + "`");
      } else if (ServiceParents.lacksPort(target, id, input)) {
        found.say(
            target.get("sectionName"),
            "Service `" + id.name() + "` has no port `" + target.get("sectionName").text() + "`");
      }
    }
  }
}
