package io.meshc.model.cluster;

import io.meshc.model.PlaneId;
import io.meshc.model.ServiceName;
import io.meshc.model.Workload;
import io.meshc.model.cluster.Locality.Place;
import io.meshc.model.match.HostPattern;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// How a plane spans clusters: a Service has the same namespace and name in all of them, and each proxy knows the endpoints of
/// all.
///
/// @param network of the workloads that say nothing themselves; empty where the cluster says nothing
/// @param gateways by which workloads of a network are reached from others
/// @param locals whether what is sent to a host stays in the cluster; the most specific host counts
/// @param resolves proxies answer the names of Services that stand in other clusters alone
/// @param balancing by locality, where no policy says otherwise
public record Topology(
    PlaneId plane,
    Labels labels,
    Optional<At<String>> network,
    List<NetworkGateway> gateways,
    List<Local> locals,
    boolean resolves,
    Optional<Locality> balancing) {
  public Topology {
    gateways = List.copyOf(gateways);
    locals = List.copyOf(locals);
  }

  /// The labels of Pods by which a plane tells where they are. No object has that of the cluster: the plane adds it.
  public record Labels(String network, String cluster, String place) {}

  /// @param service of the proxies that take the connections
  /// @param port of that Service
  public record NetworkGateway(String network, ServiceName service, int port, Origin origin) {}

  public record Local(HostPattern host, boolean stays, Origin origin) {}

  /// What says that a host stays in its cluster.
  public Optional<Local> keeps(HostPattern host) {
    return locals.stream()
        .filter(it -> it.host().covers(host))
        .min((a, b) -> a.host().compareTo(b.host()))
        .filter(Local::stays);
  }

  /// `""` where nothing is said: then all such workloads are in one network.
  public String networkOf(Workload workload, String otherwise) {
    String own = workload.podLabels().getOrDefault(labels.network(), "");
    return own.isEmpty() ? otherwise : own;
  }

  /// Where a workload runs, as far as it says so itself.
  public Optional<Place> placeOf(Workload workload) {
    return Optional.ofNullable(workload.podLabels().get(labels.place())).flatMap(Place::parse);
  }
}
