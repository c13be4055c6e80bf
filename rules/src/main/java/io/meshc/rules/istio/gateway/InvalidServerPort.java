package io.meshc.rules.istio.gateway;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.AddressText;
import io.meshc.rules.istio.value.PortText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A port of a Gateway is none, or speaks what Istio does not know. Page, examples, tests: InvalidServerPort.md, beside this file.
public final class InvalidServerPort implements ResourceRule<Gateway> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0113", "invalid-server-port", Category.INVALID, Severity.ERROR, "0.1")
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
      if (server.port().isPresent()) {
        check(server.port().get(), Written.text(server.bind()), found);
      }
    }
    return found.stream();
  }

  private static void check(Gateway.Port port, String bind, Findings found) {
    String protocol = Written.text(port.protocol());
    if (port.protocol().isPresent() && !PortText.isProtocol(protocol)) {
      found.say(
          port.protocol().get().origin(),
          "`" + protocol + "` is no protocol of Istio",
          "HTTP, HTTP2, GRPC, GRPC-WEB, HTTPS, TLS, TCP, MONGO, MYSQL, REDIS or UDP");
    }
    long number = Written.number(port.number());
    if (AddressText.isUnix(bind)) {
      if (number != 0) {
        found.say(
            Written.place(port.number(), port.origin()),
            "a socket in the file system has port number 0, not " + number);
      }
    } else if (port.number().isPresent() && !PortText.isPort(number)) {
      found.say(port.number().get().origin(), "port number " + number + " is not in 1 to 65535");
    }
    if (Written.number(port.targetPort()) != 0) {
      found.say(port.targetPort().get().origin(), "`targetPort` of a Gateway has no effect");
    }
  }
}
