package io.meshc.dialect.envoy.cluster;

import io.meshc.dialect.envoy.Address;
import io.meshc.dialect.envoy.Message;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.Optional;

/// The endpoints of a cluster, by where they are.
public record Endpoints(String cluster, List<Locality> localities) implements Message {
  public static final String TYPE = "config.endpoint.v3.ClusterLoadAssignment";
  static final String MARK = "tlsMode";
  static final String MARKED = "mesh";

  public Endpoints {
    localities = List.copyOf(localities);
  }

  /// @param place absent where nobody says
  /// @param weight of all that are there; 0 where it does not count
  /// @param priority the smaller goes first, as long as enough of it is healthy
  public record Locality(
      Optional<Place> place, int weight, int priority, List<Endpoint> endpoints) {
    public Locality {
      endpoints = List.copyOf(endpoints);
    }
  }

  public record Place(String region, String zone, String subzone) {}

  /// @param weight beside the others; 0 where all count the same
  /// @param marked it takes the mesh's TLS, where not all of the cluster do
  public record Endpoint(Address address, int weight, boolean marked) {}

  boolean weighsLocalities() {
    return localities.stream().anyMatch(it -> it.weight() > 0);
  }

  @Override
  public Node.Mapping node() {
    return Nodes.map()
        .put("cluster_name", cluster)
        .putList("endpoints", localities, Endpoints::locality)
        .build();
  }

  private static Node.Mapping locality(Locality it) {
    var node =
        Nodes.map()
            .putIfPresent("locality", it.place(), Endpoints::place)
            .putList("lb_endpoints", it.endpoints(), Endpoints::endpoint);
    if (it.weight() > 0) {
      node.put("load_balancing_weight", it.weight());
    }
    return it.priority() == 0 ? node.build() : node.put("priority", it.priority()).build();
  }

  private static Node.Mapping place(Place it) {
    var place = Nodes.map().put("region", it.region());
    if (!it.zone().isEmpty()) {
      place.put("zone", it.zone());
    }
    return it.subzone().isEmpty() ? place.build() : place.put("sub_zone", it.subzone()).build();
  }

  private static Node.Mapping endpoint(Endpoint it) {
    var node = Nodes.map().put("endpoint", Nodes.map().put("address", it.address().node()));
    if (it.marked()) {
      var mark = Nodes.map().put("envoy.transport_socket_match", Nodes.map().put(MARK, MARKED));
      node.put("metadata", Nodes.map().put("filter_metadata", mark));
    }
    return it.weight() == 0 ? node.build() : node.put("load_balancing_weight", it.weight()).build();
  }
}
