package io.meshc.model.server;

import io.meshc.model.PlaneId;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.Match;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Optional;

/// How a proxy is set that stands beside workloads.
///
/// @param namespace whose workloads they are; empty for all of the plane
/// @param workload the one workload; empty for all of the namespace
/// @param fallback who may come in at ports that no [Server] guards
/// @param authenticated ports at which clients have to prove who they are, too, whatever `fallback` asks
/// @param opaque ports that are not looked into
/// @param skippedInbound ports that the proxy does not stand before
/// @param skippedOutbound ports of others that are called past the proxy
/// @param skippedNetworks addresses that are called, or call, past the proxy
/// @param probers who may send the probes of the kubelet, whatever else is asked of clients
/// @param byHeader a client may name in header [#OVERRIDE] what it calls, in the place of the address
public record ProxySettings(
    PlaneId plane,
    Optional<String> namespace,
    Optional<ResourceId> workload,
    Grant fallback,
    Ports authenticated,
    Ports opaque,
    Ports skippedInbound,
    Ports skippedOutbound,
    List<AddressBlock> skippedNetworks,
    Match probers,
    boolean byHeader,
    Origin origin) {
  public static final String OVERRIDE = "l5d-dst-override";

  public ProxySettings {
    skippedNetworks = List.copyOf(skippedNetworks);
  }
}
