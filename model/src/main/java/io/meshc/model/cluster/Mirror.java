package io.meshc.model.cluster;

import io.meshc.model.Identity;
import io.meshc.model.PlaneId;
import io.meshc.model.ServiceName;
import io.meshc.source.Origin;
import java.util.Comparator;
import java.util.Optional;

/// A Service stands for one of another cluster, or for several: then there are several of these.
///
/// @param plane whose proxies alone know the way; empty where the network of the clusters does
/// @param cluster of the target, as the mesh calls it; `""` for this one
/// @param way how a client gets there
public record Mirror(
    ServiceName service,
    Optional<PlaneId> plane,
    String cluster,
    ServiceName target,
    Way way,
    Origin origin) {
  // Plain lambdas, as in every order of a list that each run sorts (decision 0009).
  static final Comparator<Mirror> ORDER =
      (a, b) -> {
        int order = a.service().compareTo(b.service());
        order = order != 0 ? order : a.cluster().compareTo(b.cluster());
        return order != 0 ? order : a.target().compareTo(b.target());
      };

  public sealed interface Way {
    /// To the Pods themselves: they see who the client is.
    record Pods() implements Way {}

    /// Through a gateway of the other cluster, which calls the target as itself.
    ///
    /// @param as the identity of the gateway; empty where it is not said, or cannot be read
    record Gateway(Optional<Identity> as) implements Way {}
  }
}
