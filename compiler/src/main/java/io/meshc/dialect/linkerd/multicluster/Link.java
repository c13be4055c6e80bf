package io.meshc.dialect.linkerd.multicluster;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.linkerd.LabelSelector;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// `multicluster.linkerd.io` Link: a cluster whose exported Services a controller mirrors into this one.
///
/// @param targetClusterName the ending of the mirrors' names
/// @param gatewayIdentity as whom the gateway of the target calls
/// @param selector Services that are called through that gateway
/// @param remoteDiscoverySelector Services whose Pods are called directly
/// @param federatedServiceSelector Services that join those of the same name in other clusters; since v1alpha2
/// @param excludedAnnotations which mirrors do not get; since v1alpha3
/// @param excludedLabels likewise
/// @param legible nothing in it keeps the API server from taking it
public record Link(
    Meta meta,
    Optional<At<String>> targetClusterName,
    Optional<At<String>> targetClusterDomain,
    Optional<At<String>> targetClusterLinkerdNamespace,
    Optional<At<String>> clusterCredentialsSecret,
    Optional<At<String>> gatewayAddress,
    Optional<At<String>> gatewayPort,
    Optional<At<String>> gatewayIdentity,
    Optional<Probe> probeSpec,
    Optional<LabelSelector> selector,
    Optional<LabelSelector> remoteDiscoverySelector,
    Optional<LabelSelector> federatedServiceSelector,
    List<At<String>> excludedAnnotations,
    List<At<String>> excludedLabels,
    boolean legible,
    Origin origin)
    implements Resource {
  public Link {
    excludedAnnotations = List.copyOf(excludedAnnotations);
    excludedLabels = List.copyOf(excludedLabels);
  }

  /// How the gateway is asked whether it is there. All numbers are texts.
  public record Probe(
      Optional<At<String>> failureThreshold,
      Optional<At<String>> path,
      Optional<At<String>> period,
      Optional<At<String>> port,
      Optional<At<String>> timeout,
      Origin origin) {}
}
