package io.meshc.cli.config;

import io.meshc.model.cluster.Locality.Place;
import java.util.List;
import java.util.Optional;

/// What the config file says of environments, and of those that are clusters of one mesh.
///
/// @param environments in the order of the file; none where all that is read is one
public record Meshes(List<Environment> environments, List<Mesh> meshes) {
  static final Meshes NONE = new Meshes(List.of(), List.of());

  public Meshes {
    environments = List.copyOf(environments);
    meshes = List.copyOf(meshes);
  }

  /// The documents that meet in one cluster.
  ///
  /// @param paths relative to the config file
  /// @param meshConfig a path, too
  public record Environment(
      String name,
      List<String> paths,
      Optional<String> trustDomain,
      Optional<String> clusterDomain,
      Optional<String> meshConfig) {
    public Environment {
      paths = List.copyOf(paths);
    }
  }

  /// Environments whose clusters trust each other.
  ///
  /// @param aliases other trust domains whose identities count as those of the clusters
  /// @param clustersetHosts whether proxies know the hosts of exported Services; absent where nobody says
  public record Mesh(
      String name,
      List<Cluster> clusters,
      List<String> aliases,
      Optional<Boolean> clustersetHosts) {
    public Mesh {
      clusters = List.copyOf(clusters);
      aliases = List.copyOf(aliases);
    }
  }

  /// @param name as the mesh calls it
  /// @param network `""` where the file does not say
  public record Cluster(String environment, String name, String network, Optional<Place> place) {}

  public Optional<Environment> environment(String name) {
    return environments.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /// The mesh that an environment is a cluster of.
  public Optional<Mesh> meshOf(String environment) {
    return meshes.stream()
        .filter(it -> it.clusters().stream().anyMatch(at -> at.environment().equals(environment)))
        .findFirst();
  }
}
