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
import java.util.List;

/// A mirror is given a share that is none. Page, examples, tests: InvalidMirrorShare.md, beside this file.
public final class InvalidMirrorShare implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0414", "invalid-mirror-share", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.HTTP, GatewayKinds.GRPC);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part filter : GatewayKinds.filters(object)) {
      Part mirror = filter.get("requestMirror");
      Part fraction = mirror.get("fraction");
      if (mirror.get("percent").isThere() && fraction.isThere()) {
        found.say(fraction, "the share is said as a percentage and as a fraction");
      }
      if (fraction.get("numerator").wholeOr(0) > fraction.get("denominator").wholeOr(100)) {
        found.say(fraction.get("numerator"), "the fraction is larger than 1");
      }
    }
  }
}
