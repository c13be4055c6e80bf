package io.meshc.rules.istio.gateway;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.value.HostText;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A host of a Gateway is none that VirtualServices could bind to. Page, examples, tests: InvalidGatewayHost.md, beside this file.
public final class InvalidGatewayHost implements ResourceRule<Gateway> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0112", "invalid-gateway-host", Category.INVALID, Severity.ERROR, "0.1")
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
      for (At<String> host : server.hosts()) {
        found.fault(host, "no host of a Gateway", fault(host.value()));
      }
    }
    return found.stream();
  }

  private static String fault(String text) {
    int slash = text.indexOf('/');
    String namespace = text.substring(0, Math.max(slash, 0));
    if (slash == 0 || slash == text.length() - 1) {
      return "a namespace and a host stand around the `/`";
    }
    if (slash > 0
        && !namespace.equals("*")
        && !namespace.equals(".")
        && !HostText.isLabel(namespace)) {
      return "`" + namespace + "` is neither a namespace nor `*` or `.`";
    }
    return HostText.listenerFault(text.substring(slash + 1), true);
  }
}
