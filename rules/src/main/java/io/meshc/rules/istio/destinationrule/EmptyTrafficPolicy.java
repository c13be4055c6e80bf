package io.meshc.rules.istio.destinationrule;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.TrafficPolicy;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.AddressText;
import io.meshc.rules.istio.value.HostText;
import io.meshc.rules.istio.value.PortText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A policy for traffic says nothing, or two things at once. Page, examples, tests: EmptyTrafficPolicy.md, beside this file.
public final class EmptyTrafficPolicy implements ResourceRule<DestinationRule> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0171", "empty-traffic-policy", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<DestinationRule> reads() {
    return DestinationRule.class;
  }

  @Override
  public Stream<Finding> check(DestinationRule it, Checked input) {
    var found = new Findings(this, it);
    for (TrafficPolicy policy : Policies.whole(it)) {
      boolean empty =
          policy.loadBalancer().isEmpty()
              && policy.connectionPool().isEmpty()
              && policy.outlierDetection().isEmpty()
              && policy.tls().isEmpty()
              && policy.portLevelSettings().isEmpty()
              && policy.tunnel().isEmpty()
              && policy.proxyProtocol().isEmpty()
              && policy.retryBudget().isEmpty();
      if (empty) {
        found.say(policy.origin(), "the traffic policy is empty");
      }
      if (policy.tunnel().isPresent() && policy.proxyProtocol().isPresent()) {
        found.say(
            policy.proxyProtocol().get().origin(),
            "`proxyProtocol` stands beside `tunnel`",
            policy.tunnel().get().origin(),
            "the other one");
      }
      policy.tunnel().ifPresent(tunnel -> tunnel(tunnel, found));
      for (TrafficPolicy.PortPolicy port : policy.portLevelSettings()) {
        if (port.port().isEmpty()) {
          found.say(port.origin(), "the policy for a port names no port");
        }
        if (port.loadBalancer().isEmpty()
            && port.connectionPool().isEmpty()
            && port.outlierDetection().isEmpty()
            && port.tls().isEmpty()) {
          found.say(port.origin(), "the policy for a port is empty");
        }
      }
    }
    return found.stream();
  }

  private static void tunnel(TrafficPolicy.Tunnel tunnel, Findings found) {
    String protocol = Written.text(tunnel.protocol());
    if (!protocol.isEmpty() && !protocol.equals("CONNECT") && !protocol.equals("POST")) {
      found.say(
          tunnel.protocol().get().origin(),
          "protocol `" + protocol + "` of a tunnel is neither `CONNECT` nor `POST`");
    }
    String host = Written.text(tunnel.targetHost());
    if (tunnel.targetHost().isPresent() && !AddressText.isAddress(host)) {
      found.fault(tunnel.targetHost(), "no target of a tunnel", HostText.nameFault(host));
    }
    long port = Written.number(tunnel.targetPort());
    if (tunnel.targetPort().isPresent() && !PortText.isPort(port)) {
      found.say(
          tunnel.targetPort().get().origin(), "port " + port + " of a tunnel is not in 1 to 65535");
    }
  }
}
