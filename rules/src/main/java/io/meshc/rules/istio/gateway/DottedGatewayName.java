package io.meshc.rules.istio.gateway;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.value.HostText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// The name of a Gateway is no label. Page, examples, tests: DottedGatewayName.md, beside this file.
public final class DottedGatewayName implements ResourceRule<Gateway> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0110", "dotted-gateway-name", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<Gateway> reads() {
    return Gateway.class;
  }

  @Override
  public Stream<Finding> check(Gateway it, Checked input) {
    var found = new Findings(this, it);
    if (!it.meta().name().isEmpty() && !HostText.isLabel(it.meta().name())) {
      found.say(
          it.meta().origin(),
          "`"
              + it.meta().name()
              + "` is no name of a Gateway: letters, digits and `-`, 63 characters at most");
    }
    return found.stream();
  }
}
