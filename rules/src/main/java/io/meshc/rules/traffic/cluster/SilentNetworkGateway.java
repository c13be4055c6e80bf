package io.meshc.rules.traffic.cluster;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.cluster.Topology.NetworkGateway;
import io.meshc.model.proxy.Gateway;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A Service is said to lead into a network, and no Gateway passes anything on at its port. Page, examples, tests:
/// SilentNetworkGateway.md, beside this file.
public final class SilentNetworkGateway implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2800", "silent-network-gateway", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    return input.mesh().beyond().topologies().stream()
        .flatMap(it -> it.gateways().stream())
        .filter(it -> !isHeard(it, input))
        .map(this::said);
  }

  private static boolean isHeard(NetworkGateway gateway, Checked input) {
    return input.mesh().proxies().gateways().stream()
        .flatMap(it -> it.listeners().stream())
        .anyMatch(it -> it.kind() == Gateway.Kind.RELAY && it.port() == gateway.port());
  }

  private Finding said(NetworkGateway gateway) {
    var id = new ResourceId("", "Service", gateway.service().namespace(), gateway.service().name());
    String message =
        "it is the gateway of network `"
            + gateway.network()
            + "`, and no Gateway passes on what comes in at port "
            + gateway.port();
    return at(gateway.origin(), id, message)
        .help("a server of a Gateway with `tls.mode: AUTO_PASSTHROUGH` does");
  }
}
