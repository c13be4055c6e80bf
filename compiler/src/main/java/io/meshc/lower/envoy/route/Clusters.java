package io.meshc.lower.envoy.route;

import io.meshc.dialect.envoy.cluster.Cluster;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The clusters that the routes of one proxy lead to, each once.
public final class Clusters {
  private final SortedMap<String, Cluster> all = new TreeMap<>();

  /// The name of a cluster that is now there.
  public String add(Cluster cluster) {
    all.putIfAbsent(cluster.name(), cluster);
    return cluster.name();
  }

  public boolean has(String name) {
    return all.containsKey(name);
  }

  /// By name.
  public List<Cluster> list() {
    return List.copyOf(all.values());
  }
}
