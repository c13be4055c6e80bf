package io.meshc.rules.istio.gateway;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.AddressText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A server of a Gateway listens at no address. Page, examples, tests: InvalidBind.md, beside this file.
public final class InvalidBind implements ResourceRule<Gateway> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0114", "invalid-bind", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<Gateway> reads() {
    return Gateway.class;
  }

  @Override
  public Stream<Finding> check(Gateway it, Checked input) {
    var found = new Findings(this, it);
    for (Gateway.Server server : it.servers()) {
      if (!Written.says(server.bind())) {
        continue;
      }
      String bind = server.bind().get().value();
      if (AddressText.isUnix(bind)) {
        found.fault(server.bind(), "no address to listen at", AddressText.unixFault(bind));
      } else if (!AddressText.isAddress(bind)) {
        found.fault(
            server.bind(),
            "no address to listen at",
            "it is neither an address nor `unix://` and a path");
      }
    }
    return found.stream();
  }
}
