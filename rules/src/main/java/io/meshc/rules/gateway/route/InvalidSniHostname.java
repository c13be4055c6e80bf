package io.meshc.rules.gateway.route;

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
import java.util.List;

/// A TLSRoute has a host that no client asks for. Page, examples, tests: InvalidSniHostname.md, beside this file.
public final class InvalidSniHostname implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0407", "invalid-sni-hostname", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.TLS);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    if (object.version().equals("v1alpha2")) {
      return;
    }
    for (Part host : object.spec().each("hostnames")) {
      found.fault(host, "no host name", fault(host.text()));
    }
  }

  private static String fault(String host) {
    if (DnsText.isIp(host)) {
      return "it is an address";
    }
    if (!host.contains("*")) {
      return DnsText.isName(host) ? "" : "it has to be one of DNS";
    }
    return host.startsWith("*.") && DnsText.isName(host.substring(2))
        ? ""
        : "`*` may only be the first label";
  }
}
