package io.meshc.rules.istio.gateway;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.PortText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// TLS of a server does not fit the protocol of its port. Page, examples, tests: TlsOfPlainPort.md, beside this file.
public final class TlsOfPlainPort implements ResourceRule<Gateway> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0115", "tls-of-plain-port", Category.INVALID, Severity.ERROR, "0.1")
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
      String protocol = server.port().map(port -> Written.text(port.protocol())).orElse("");
      if (!PortText.isProtocol(protocol)) {
        continue;
      }
      if (PortText.isTls(protocol)) {
        if (server.tls().isEmpty()) {
          found.say(server.origin(), "a server of protocol `" + protocol + "` has no `tls`");
        }
      } else if (server.tls().isPresent()) {
        plain(protocol, server.tls().get(), found);
      }
    }
    return found.stream();
  }

  /// At a plain port of HTTP, `tls` may only say that clients are sent to another one.
  private static void plain(String protocol, Gateway.ServerTls tls, Findings found) {
    boolean passes =
        tls.mode().isEmpty()
            || Written.is(tls.mode(), Gateway.TlsMode.PASSTHROUGH)
            || Written.is(tls.mode(), Gateway.TlsMode.AUTO_PASSTHROUGH);
    boolean certificates =
        Written.says(tls.serverCertificate())
            || Written.says(tls.privateKey())
            || Written.says(tls.caCertificates());
    if (!PortText.isHttp(protocol)) {
      found.say(
          tls.origin(),
          "a server of protocol `" + protocol + "` has `tls`, and nothing encrypts it");
    } else if (!passes || certificates) {
      found.say(
          tls.origin(),
          "a server of protocol `"
              + protocol
              + "` has `tls`, of which it takes `httpsRedirect` alone");
    }
  }
}
