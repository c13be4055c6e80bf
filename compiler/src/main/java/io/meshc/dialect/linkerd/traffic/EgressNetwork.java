package io.meshc.dialect.linkerd.traffic;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.linkerd.Network;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// What clients may call outside of the cluster.
///
/// @param trafficPolicy `Allow` or `Deny`: what happens to what no route mentions
/// @param networks absent means every address outside of the cluster
/// @param legible nothing in it keeps the API server from taking it
/// @param origin of `spec`
public record EgressNetwork(
    Meta meta,
    Optional<At<String>> trafficPolicy,
    Optional<List<Network>> networks,
    boolean legible,
    Origin origin)
    implements Resource {
  public EgressNetwork {
    networks = networks.map(List::copyOf);
  }
}
