package io.meshc.rules.gateway.listener;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DefinitionRule;
import io.meshc.rules.gateway.DnsText;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.HashMap;
import java.util.List;

/// A Gateway asks for an address twice, or for one that is none. Page, examples, tests: InvalidGatewayAddress.md, beside this file.
public final class InvalidGatewayAddress implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0424", "invalid-gateway-address", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.GATEWAY);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    var first = new HashMap<String, Part>();
    for (Part address : object.spec().each("addresses")) {
      Part value = address.get("value");
      if (!value.isThere()) {
        continue;
      }
      String type = address.get("type").textOr("IPAddress");
      if (type.equals("Hostname") && !DnsText.isPattern(value.text())) {
        found.fault(value, "no host name", "one has small letters, digits, `-` and `.`");
      }
      boolean compared = type.equals("IPAddress") || type.equals("Hostname");
      Part other = compared ? first.putIfAbsent(type + " " + value.text(), value) : null;
      if (other != null) {
        found.say(value, "address `" + value.text() + "` stands twice", other, "the first one");
      }
    }
  }
}
