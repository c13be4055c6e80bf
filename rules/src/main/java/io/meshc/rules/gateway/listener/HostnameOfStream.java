package io.meshc.rules.gateway.listener;

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

/// A listener without hosts is given one. Page, examples, tests: HostnameOfStream.md, beside this file.
public final class HostnameOfStream implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0422", "hostname-of-stream", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.GATEWAY, GatewayKinds.LISTENER_SET);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part listener : object.spec().each("listeners")) {
      String protocol = listener.get("protocol").text();
      Part hostname = listener.get("hostname");
      if ((protocol.equals("TCP") || protocol.equals("UDP")) && !hostname.text().isEmpty()) {
        found.say(hostname, "a listener of protocol " + protocol + " has a host name");
      }
    }
  }
}
