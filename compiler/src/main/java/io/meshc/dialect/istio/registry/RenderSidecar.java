package io.meshc.dialect.istio.registry;

import io.meshc.dialect.istio.Branch;
import io.meshc.dialect.istio.part.RenderConnectionPool;
import io.meshc.dialect.istio.part.RenderIstioPort;
import io.meshc.dialect.istio.part.RenderServerTls;
import io.meshc.dialect.istio.part.RenderWorkloadSelector;
import io.meshc.dialect.istio.registry.Sidecar.Egress;
import io.meshc.dialect.istio.registry.Sidecar.EgressProxy;
import io.meshc.dialect.istio.registry.Sidecar.Ingress;
import io.meshc.dialect.istio.registry.Sidecar.OutboundTrafficPolicy;
import io.meshc.dialect.istio.registry.Sidecar.PortNumber;
import io.meshc.yaml.Node;

/// Sidecar → node, in version v1.
public final class RenderSidecar {
  private RenderSidecar() {}

  public static Node.Mapping render(Sidecar it) {
    Node.Mapping spec =
        new Branch()
            .map("workloadSelector", it.workloadSelector().map(RenderWorkloadSelector::render))
            .list("ingress", it.ingress().stream().map(RenderSidecar::ingress).toList())
            .list("egress", it.egress().stream().map(RenderSidecar::egress).toList())
            .map(
                "inboundConnectionPool",
                it.inboundConnectionPool().map(RenderConnectionPool::render))
            .map(
                "outboundTrafficPolicy",
                it.outboundTrafficPolicy().map(RenderSidecar::outboundTrafficPolicy))
            .node();
    return Branch.object("networking.istio.io/v1", it.meta(), spec);
  }

  private static Node.Mapping ingress(Ingress it) {
    return new Branch()
        .map("port", it.port().map(RenderIstioPort::render))
        .text("bind", it.bind())
        .text("captureMode", it.captureMode())
        .text("defaultEndpoint", it.defaultEndpoint())
        .map("connectionPool", it.connectionPool().map(RenderConnectionPool::render))
        .map("tls", it.tls().map(RenderServerTls::render))
        .node();
  }

  private static Node.Mapping egress(Egress it) {
    return new Branch()
        .map("port", it.port().map(RenderIstioPort::render))
        .text("bind", it.bind())
        .text("captureMode", it.captureMode())
        .texts("hosts", it.hosts())
        .node();
  }

  private static Node.Mapping outboundTrafficPolicy(OutboundTrafficPolicy it) {
    return new Branch()
        .text("mode", it.mode())
        .map("egressProxy", it.egressProxy().map(RenderSidecar::egressProxy))
        .node();
  }

  private static Node.Mapping egressProxy(EgressProxy it) {
    return new Branch()
        .text("host", it.host())
        .text("subset", it.subset())
        .map("port", it.port().map(RenderSidecar::portNumber))
        .node();
  }

  private static Node.Mapping portNumber(PortNumber it) {
    return new Branch().number("number", it.number()).node();
  }
}
