package io.meshc.dialect.linkerd.multicluster;

import io.meshc.dialect.linkerd.RenderParts;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// Link → node, in version v1alpha3.
public final class RenderLink {
  private RenderLink() {}

  public static Node.Mapping render(Link it) {
    Nodes spec =
        Nodes.map()
            .putIfPresent("targetClusterName", it.targetClusterName(), RenderParts::text)
            .putIfPresent("targetClusterDomain", it.targetClusterDomain(), RenderParts::text)
            .putIfPresent(
                "targetClusterLinkerdNamespace",
                it.targetClusterLinkerdNamespace(),
                RenderParts::text)
            .putIfPresent(
                "clusterCredentialsSecret", it.clusterCredentialsSecret(), RenderParts::text)
            .putIfPresent("gatewayAddress", it.gatewayAddress(), RenderParts::text)
            .putIfPresent("gatewayPort", it.gatewayPort(), RenderParts::text)
            .putIfPresent("gatewayIdentity", it.gatewayIdentity(), RenderParts::text)
            .putIfPresent("probeSpec", it.probeSpec(), RenderLink::probe)
            .putIfPresent("selector", it.selector(), RenderParts::selector)
            .putIfPresent(
                "remoteDiscoverySelector", it.remoteDiscoverySelector(), RenderParts::selector)
            .putIfPresent(
                "federatedServiceSelector", it.federatedServiceSelector(), RenderParts::selector)
            .putList("excludedAnnotations", it.excludedAnnotations(), RenderParts::text)
            .putList("excludedLabels", it.excludedLabels(), RenderParts::text);
    return RenderParts.object("multicluster.linkerd.io/v1alpha3", it.meta(), spec);
  }

  private static Node.Mapping probe(Link.Probe it) {
    return Nodes.map()
        .putIfPresent("failureThreshold", it.failureThreshold(), RenderParts::text)
        .putIfPresent("path", it.path(), RenderParts::text)
        .putIfPresent("period", it.period(), RenderParts::text)
        .putIfPresent("port", it.port(), RenderParts::text)
        .putIfPresent("timeout", it.timeout(), RenderParts::text)
        .build();
  }
}
