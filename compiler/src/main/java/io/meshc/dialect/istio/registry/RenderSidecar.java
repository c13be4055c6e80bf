package io.meshc.dialect.istio.registry;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.registry.Sidecar.Egress;
import io.meshc.dialect.istio.registry.Sidecar.EgressProxy;
import io.meshc.dialect.istio.registry.Sidecar.Ingress;
import io.meshc.dialect.istio.registry.Sidecar.OutboundTrafficPolicy;
import io.meshc.dialect.istio.registry.Sidecar.PortNumber;
import io.meshc.dialect.istio.routing.RenderConnectionPool;
import io.meshc.dialect.istio.routing.RenderGateway;
import io.meshc.yaml.Node;

/// Sidecar → node, in version v1.
public final class RenderSidecar {
  private RenderSidecar() {}

  public static Node.Mapping render(Sidecar it) {
    Node.Mapping spec =
        new Branch()
            .object("workloadSelector", it.workloadSelector(), RenderWorkloadSelector::render)
            .objects("ingress", it.ingress(), RenderSidecar::ingress)
            .objects("egress", it.egress(), RenderSidecar::egress)
            .object(
                "inboundConnectionPool",
                it.inboundConnectionPool(),
                RenderConnectionPool::connectionPool)
            .object(
                "outboundTrafficPolicy",
                it.outboundTrafficPolicy(),
                RenderSidecar::outboundTrafficPolicy)
            .node();
    return Branch.object("networking.istio.io/v1", it.meta(), spec);
  }

  private static Node.Mapping ingress(Ingress it) {
    return new Branch()
        .object("port", it.port(), RenderGateway::port)
        .text("bind", it.bind())
        .text("captureMode", it.captureMode())
        .text("defaultEndpoint", it.defaultEndpoint())
        .object("connectionPool", it.connectionPool(), RenderConnectionPool::connectionPool)
        .object("tls", it.tls(), RenderGateway::serverTls)
        .node();
  }

  private static Node.Mapping egress(Egress it) {
    return new Branch()
        .object("port", it.port(), RenderGateway::port)
        .text("bind", it.bind())
        .text("captureMode", it.captureMode())
        .texts("hosts", it.hosts())
        .node();
  }

  private static Node.Mapping outboundTrafficPolicy(OutboundTrafficPolicy it) {
    return new Branch()
        .text("mode", it.mode())
        .object("egressProxy", it.egressProxy(), RenderSidecar::egressProxy)
        .node();
  }

  private static Node.Mapping egressProxy(EgressProxy it) {
    return new Branch()
        .text("host", it.host())
        .text("subset", it.subset())
        .object("port", it.port(), RenderSidecar::portNumber)
        .node();
  }

  private static Node.Mapping portNumber(PortNumber it) {
    return new Branch().number("number", it.number()).node();
  }
}
