package io.meshc.rules.istio.extension;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.proxy.TrafficExtension;
import io.meshc.rules.istio.Findings;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A TrafficExtension runs nothing. Page, examples, tests: EmptyExtension.md, beside this file.
public final class EmptyExtension implements ResourceRule<TrafficExtension> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0271", "empty-extension", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<TrafficExtension> reads() {
    return TrafficExtension.class;
  }

  @Override
  public Stream<Finding> check(TrafficExtension it, Checked input) {
    var found = new Findings(this, it);
    if (it.wasm().isEmpty() && it.lua().isEmpty()) {
      found.say(it.origin(), "the extension has neither `wasm` nor `lua`");
    }
    return found.stream();
  }
}
