package io.meshc.rules.istio.envoyfilter;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.rules.istio.Findings;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// An EnvoyFilter rests on what every version of Istio may change. Page, examples, tests: EnvoyInternals.md, beside this file.
public final class EnvoyInternals implements ResourceRule<EnvoyFilter> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0250", "envoy-internals", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<EnvoyFilter> reads() {
    return EnvoyFilter.class;
  }

  @Override
  public Stream<Finding> check(EnvoyFilter it, Checked input) {
    var found = new Findings(this, it);
    if (it.mark().isEmpty()) {
      found.say(
          it.meta().origin(),
          "the EnvoyFilter patches what istiod generates, which every version may change");
    }
    return found.stream();
  }
}
