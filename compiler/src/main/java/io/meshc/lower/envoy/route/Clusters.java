package io.meshc.lower.envoy.route;

import io.meshc.dialect.envoy.cluster.Cluster;
import io.meshc.dialect.envoy.route.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The clusters that the routes of one proxy lead to, each once.
public final class Clusters {
  private final SortedMap<String, Cluster> all = new TreeMap<>();
  private final Map<String, Action.Hash> hashes = new HashMap<>();

  /// The name of a cluster that is now there.
  public String add(Cluster cluster) {
    all.putIfAbsent(cluster.name(), cluster);
    return cluster.name();
  }

  /// What of a request decides which endpoint of a cluster has it.
  public void hash(String name, Action.Hash hash) {
    hashes.put(name, hash);
  }

  Optional<Action.Hash> hashOf(String name) {
    return Optional.ofNullable(hashes.get(name));
  }

  public boolean has(String name) {
    return all.containsKey(name);
  }

  /// By name.
  public List<Cluster> list() {
    return List.copyOf(all.values());
  }
}
