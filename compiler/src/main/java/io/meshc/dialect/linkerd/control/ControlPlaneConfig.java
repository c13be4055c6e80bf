package io.meshc.dialect.linkerd.control;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import java.util.List;
import java.util.Optional;

/// The ConfigMap `linkerd-config`.
///
/// @param values empty where the object holds none that can be read
public record ControlPlaneConfig(Meta meta, Optional<Values> values) implements Resource {
  public static final String NAME = "linkerd-config";

  /// What decides something of what the chart is installed with. Each is absent where the chart's own default holds.
  ///
  /// @param clusterNetworks with commas between
  /// @param globalEgress the namespace whose EgressNetworks hold for every namespace without one of its own
  /// @param projectsTokens proxies have tokens of their own, whatever the Pod says of that of its account
  public record Values(
      Optional<At<String>> clusterDomain,
      Optional<At<String>> trustDomain,
      Optional<At<String>> clusterNetworks,
      Optional<At<String>> inboundPolicy,
      Optional<At<String>> opaquePorts,
      Optional<At<String>> identityPorts,
      Optional<At<String>> skippedInbound,
      Optional<At<String>> skippedOutbound,
      Optional<At<String>> skippedNetworks,
      Optional<List<At<String>>> probeNetworks,
      Optional<At<String>> globalEgress,
      Optional<At<Boolean>> projectsTokens) {
    public Values {
      probeNetworks = probeNetworks.map(List::copyOf);
    }

    /// Of an installation that changes nothing.
    public static final Values DEFAULT =
        new Values(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }
}
