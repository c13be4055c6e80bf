package io.meshc.rules.gateway.policy;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DefinitionRule;
import io.meshc.rules.gateway.DnsText;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.rules.gateway.Unions;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;
import java.util.Map;

/// A backend outside of the cluster is of another type than its fields. Page, examples, tests: MismatchedBackend.md, beside this file.
public final class MismatchedBackend implements DefinitionRule {

  private static final Kind BACKEND = new Kind(GatewayKinds.TRIED, "XBackend");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0434", "mismatched-backend", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(BACKEND);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    Part spec = object.spec();
    Unions.check(
        spec, spec.get("type").text(), Map.of("ExternalHostname", "externalHostname"), found);
    Part host = spec.get("externalHostname", "hostname");
    if (host.text().endsWith(".cluster.local")) {
      found.say(host, "`" + host.text() + "` is a name within the cluster");
    }
    Part port = spec.get("port", "name");
    if (!port.text().isEmpty() && !isLabel(port.text())) {
      found.say(port, "`" + port.text() + "` is no name of a port");
    }
    if (spec.get("tls").isThere()) {
      Unions.check(
          spec.get("tls"),
          spec.get("tls", "mode").text(),
          Map.of("ClientAndServer", "clientCertificateRef"),
          found);
    }
  }

  private static boolean isLabel(String name) {
    return name.length() <= 63 && DnsText.isName(name) && name.indexOf('.') < 0;
  }
}
