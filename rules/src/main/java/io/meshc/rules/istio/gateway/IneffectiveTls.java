package io.meshc.rules.istio.gateway;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.PortText;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A setting of TLS is ignored. Page, examples, tests: IneffectiveTls.md, beside this file.
public final class IneffectiveTls implements KindsRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0118", "ineffective-tls", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(Gateway.class, Sidecar.class);
  }

  @Override
  public Stream<Finding> check(Resource it, Checked input) {
    var found = new Findings(this, it);
    for (Gateway.ServerTls tls : ListenerTls.of(it)) {
      boolean passes =
          tls.mode().isEmpty()
              || Written.is(tls.mode(), Gateway.TlsMode.PASSTHROUGH)
              || Written.is(tls.mode(), Gateway.TlsMode.AUTO_PASSTHROUGH);
      if (passes) {
        for (Origin place : ListenerTls.certificates(tls)) {
          found.say(
              place,
              "a listener that passes TLS through shows no certificate: this one is ignored");
        }
        if (Written.says(tls.caCrl())) {
          found.say(
              tls.caCrl().get().origin(),
              "a listener that passes TLS through checks no certificate: `caCrl` is ignored");
        }
      }
    }
    if (it instanceof Gateway gateway) {
      redirects(gateway, found);
    }
    return found.stream();
  }

  private static void redirects(Gateway gateway, Findings found) {
    for (Gateway.Server server : gateway.servers()) {
      boolean http =
          server.port().map(port -> PortText.isHttp(Written.text(port.protocol()))).orElse(true);
      if (!http && server.tls().isPresent() && Written.flag(server.tls().get().httpsRedirect())) {
        found.say(
            server.tls().get().httpsRedirect().get().origin(),
            "`httpsRedirect` has an effect at plain ports of HTTP alone");
      }
    }
  }
}
