package io.meshc.dialect.istio.routing;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.routing.TrafficPolicy.OutlierDetection;
import io.meshc.dialect.istio.routing.TrafficPolicy.PortPolicy;
import io.meshc.dialect.istio.routing.TrafficPolicy.ProxyProtocol;
import io.meshc.dialect.istio.routing.TrafficPolicy.RetryBudget;
import io.meshc.dialect.istio.routing.TrafficPolicy.Tls;
import io.meshc.dialect.istio.routing.TrafficPolicy.Tunnel;
import io.meshc.yaml.Node;

/// What holds for the connections to a host → node.
public final class RenderTrafficPolicy {
  private RenderTrafficPolicy() {}

  static Node.Mapping trafficPolicy(TrafficPolicy it) {
    return new Branch()
        .object("loadBalancer", it.loadBalancer(), RenderLoadBalancer::loadBalancer)
        .object("connectionPool", it.connectionPool(), RenderConnectionPool::connectionPool)
        .object("outlierDetection", it.outlierDetection(), RenderTrafficPolicy::outlierDetection)
        .object("tls", it.tls(), RenderTrafficPolicy::tls)
        .objects("portLevelSettings", it.portLevelSettings(), RenderTrafficPolicy::portPolicy)
        .object("tunnel", it.tunnel(), RenderTrafficPolicy::tunnel)
        .object("proxyProtocol", it.proxyProtocol(), RenderTrafficPolicy::proxyProtocol)
        .object("retryBudget", it.retryBudget(), RenderTrafficPolicy::retryBudget)
        .node();
  }

  private static Node.Mapping portPolicy(PortPolicy it) {
    return new Branch()
        .object("port", it.port(), RenderVirtualService::portSelector)
        .object("loadBalancer", it.loadBalancer(), RenderLoadBalancer::loadBalancer)
        .object("connectionPool", it.connectionPool(), RenderConnectionPool::connectionPool)
        .object("outlierDetection", it.outlierDetection(), RenderTrafficPolicy::outlierDetection)
        .object("tls", it.tls(), RenderTrafficPolicy::tls)
        .node();
  }

  private static Node.Mapping outlierDetection(OutlierDetection it) {
    return new Branch()
        .number("consecutiveErrors", it.consecutiveErrors())
        .flag("splitExternalLocalOriginErrors", it.splitExternalLocalOriginErrors())
        .number("consecutiveLocalOriginFailures", it.consecutiveLocalOriginFailures())
        .number("consecutiveGatewayErrors", it.consecutiveGatewayErrors())
        .number("consecutive5xxErrors", it.consecutive5xxErrors())
        .text("interval", it.interval())
        .text("baseEjectionTime", it.baseEjectionTime())
        .number("maxEjectionPercent", it.maxEjectionPercent())
        .number("minHealthPercent", it.minHealthPercent())
        .numbers("outlierDetectionHttpErrorCodes", it.outlierDetectionHttpErrorCodes())
        .node();
  }

  public static Node.Mapping tls(Tls it) {
    return new Branch()
        .text("mode", it.mode())
        .text("clientCertificate", it.clientCertificate())
        .text("privateKey", it.privateKey())
        .text("caCertificates", it.caCertificates())
        .text("credentialName", it.credentialName())
        .texts("subjectAltNames", it.subjectAltNames())
        .text("sni", it.sni())
        .flag("insecureSkipVerify", it.insecureSkipVerify())
        .text("caCrl", it.caCrl())
        .node();
  }

  private static Node.Mapping tunnel(Tunnel it) {
    return new Branch()
        .text("protocol", it.protocol())
        .text("targetHost", it.targetHost())
        .number("targetPort", it.targetPort())
        .node();
  }

  private static Node.Mapping proxyProtocol(ProxyProtocol it) {
    return new Branch().text("version", it.version()).node();
  }

  private static Node.Mapping retryBudget(RetryBudget it) {
    return new Branch()
        .number("percent", it.percent())
        .number("minRetryConcurrency", it.minRetryConcurrency())
        .text("budgetInterval", it.budgetInterval())
        .node();
  }
}
