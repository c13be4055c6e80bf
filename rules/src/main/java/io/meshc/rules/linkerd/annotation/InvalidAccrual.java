package io.meshc.rules.linkerd.annotation;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Written;
import java.util.List;

/// A Service says when endpoints are left out, and Linkerd cannot read it. Page, examples, tests: InvalidAccrual.md, beside this file.
public final class InvalidAccrual implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0531", "invalid-accrual", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return List.of(new Kind("", "Service"), new Kind(LinkerdKinds.GROUP, "EgressNetwork"));
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    MeshAnnotations.accrual(object, found);
    MeshAnnotations.penalties(object, found);
  }
}
