package io.meshc.rules.linkerd.annotation;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.linkerd.LinkerdWorkloads;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A default of what is let in is none of those that Linkerd has. Page, examples, tests: UnknownInboundPolicy.md, beside this file.
public final class UnknownInboundPolicy implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC0533", "unknown-inbound-policy", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return LinkerdWorkloads.WITH_PROXY;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    Part policy =
        LinkerdWorkloads.annotations(object).get("config.linkerd.io/default-inbound-policy");
    if (policy.isThere() && !Words.POLICIES.contains(policy.text())) {
      found.say(
          policy,
          "`" + policy.text() + "` is no default: that of the cluster counts",
          "it is one of " + String.join(", ", Words.POLICIES));
    }
  }
}
