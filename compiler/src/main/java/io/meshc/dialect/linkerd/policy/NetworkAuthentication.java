package io.meshc.dialect.linkerd.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.linkerd.Network;
import io.meshc.source.Origin;
import java.util.List;

/// Clients by their addresses, whether they prove anything or not.
///
/// @param legible nothing in it keeps the API server from taking it
/// @param origin of `spec`
public record NetworkAuthentication(
    Meta meta, List<Network> networks, boolean legible, Origin origin) implements Resource {
  public NetworkAuthentication {
    networks = List.copyOf(networks);
  }
}
