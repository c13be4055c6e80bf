package io.meshc.rules.gateway.status;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Written;
import java.util.List;

/// Two listeners cannot be on one port together. Page, examples, tests: ConflictingListeners.md, beside this file.
public final class ConflictingListeners implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC3710", "conflicting-listeners", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.GATEWAY);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    ListenerConflicts.in(object, input, found);
  }
}
