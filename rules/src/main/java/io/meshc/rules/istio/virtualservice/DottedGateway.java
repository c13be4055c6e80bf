package io.meshc.rules.istio.virtualservice;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A VirtualService names its gateway in the way of old. Page, examples, tests: DottedGateway.md, beside this file.
public final class DottedGateway implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0134", "dotted-gateway", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    gateways(it.gateways(), found);
    it.http().forEach(route -> route.match().forEach(match -> gateways(match.gateways(), found)));
    return found.stream();
  }

  private static void gateways(List<At<String>> names, Findings found) {
    for (At<String> name : names) {
      String text = name.value();
      if (text.indexOf('/') < 0 && text.indexOf('.') >= 0) {
        String[] parts = text.split("\\.", -1);
        found.say(
            name.origin(),
            "gateway `" + text + "` is named with dots, as in old versions of Istio",
            "`" + parts[1] + "/" + parts[0] + "` says the same");
      }
    }
  }
}
