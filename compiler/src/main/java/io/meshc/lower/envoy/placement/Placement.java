package io.meshc.lower.envoy.placement;

import io.meshc.dialect.envoy.Address;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the workloads of a repo run.
///
/// @param trustDomain that it was written for; absent where it does not say
/// @param certificates the folder below which each account has its own, `NAMESPACE/ACCOUNT`
/// @param jwks files by the address from which a key set would be fetched
/// @param endpoints of Services, by `namespace/name:port`
public record Placement(
    Optional<At<String>> trustDomain,
    Optional<String> certificates,
    Map<String, String> jwks,
    Map<String, List<Address>> endpoints,
    List<Spot> workloads) {
  public static final Placement NONE =
      new Placement(Optional.empty(), Optional.empty(), Map.of(), Map.of(), List.of());

  public Placement {
    jwks = Map.copyOf(jwks);
    endpoints = Map.copyOf(endpoints);
    workloads = List.copyOf(workloads);
  }

  /// Where one workload runs.
  ///
  /// @param addresses at which peers reach it, one for each replica; none where only a name is known
  /// @param application where its proxy delivers
  /// @param outbound where it sends what its proxy is to take
  /// @param proxied meshc writes the proxy beside it; else somebody else does, and what it does is not known
  public record Spot(
      String namespace,
      String name,
      List<String> addresses,
      String application,
      String outbound,
      Optional<Address> admin,
      boolean proxied,
      Origin origin) {
    public Spot {
      addresses = List.copyOf(addresses);
    }
  }
}
