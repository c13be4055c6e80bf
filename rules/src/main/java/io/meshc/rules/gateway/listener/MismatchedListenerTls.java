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

/// A listener has TLS that its protocol has not, or lacks it. Page, examples, tests: MismatchedListenerTls.md, beside this file.
public final class MismatchedListenerTls implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0420", "mismatched-listener-tls", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.GATEWAY, GatewayKinds.LISTENER_SET);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part listener : object.spec().each("listeners")) {
      check(listener, found);
    }
  }

  private static void check(Part listener, Found found) {
    String protocol = listener.get("protocol").text();
    Part tls = listener.get("tls");
    String mode = tls.get("mode").textOr("Terminate");
    if (protocol.equals("HTTP") || protocol.equals("TCP") || protocol.equals("UDP")) {
      if (tls.isThere()) {
        found.say(tls, "a listener of protocol " + protocol + " has `tls`");
      }
    } else if (protocol.equals("HTTPS") && !mode.isEmpty() && !mode.equals("Terminate")) {
      found.say(tls.get("mode"), "a listener of protocol HTTPS has TLS mode `" + mode + "`");
    } else if (protocol.equals("TLS") && (!tls.isThere() || mode.isEmpty())) {
      found.say(listener, "a listener of protocol TLS has no `tls`");
    }
  }
}
