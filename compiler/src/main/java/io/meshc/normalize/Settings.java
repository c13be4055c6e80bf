package io.meshc.normalize;

import io.meshc.model.Assumptions;
import io.meshc.source.SourceFile;
import java.util.Optional;
import java.util.Set;

/// What the user said beside the files.
///
/// @param defaultNamespace of namespaced objects that state none
/// @param osmPermissive whether OSM runs in permissive mode, for repos without its MeshConfig
/// @param meshConfig the settings of an Istio mesh
/// @param sharing what the user says of the mesh that the cluster is one of
/// @param pathRegex how `pathRegex` of SMI is read; empty: as the repo shows
public record Settings(
    Assumptions assumptions,
    String defaultNamespace,
    Optional<Boolean> osmPermissive,
    Optional<PathReading> pathRegex,
    Optional<SourceFile> meshConfig,
    Sharing sharing) {

  /// @param aliases trust domains whose identities count as those of the cluster
  /// @param clustersetHosts whether proxies know the hosts of exported Services; absent where nobody says
  public record Sharing(Set<String> aliases, Optional<Boolean> clustersetHosts) {
    public static final Sharing NOTHING = new Sharing(Set.of(), Optional.empty());

    public Sharing {
      aliases = Set.copyOf(aliases);
    }
  }

  /// Of a cluster on its own.
  public Settings(
      Assumptions assumptions,
      String defaultNamespace,
      Optional<Boolean> osmPermissive,
      Optional<PathReading> pathRegex,
      Optional<SourceFile> meshConfig) {
    this(assumptions, defaultNamespace, osmPermissive, pathRegex, meshConfig, Sharing.NOTHING);
  }

  /// Without a MeshConfig beside the files.
  public Settings(
      Assumptions assumptions,
      String defaultNamespace,
      Optional<Boolean> osmPermissive,
      Optional<PathReading> pathRegex) {
    this(assumptions, defaultNamespace, osmPermissive, pathRegex, Optional.empty());
  }

  /// The same with another trust domain.
  public Settings trusting(String domain) {
    var assumed = new Assumptions(domain, assumptions.clusterDomain(), assumptions.closed());
    return new Settings(assumed, defaultNamespace, osmPermissive, pathRegex, meshConfig, sharing);
  }

  public static final Settings DEFAULT =
      new Settings(Assumptions.DEFAULT, "default", Optional.empty(), Optional.empty());

  /// SMI anchors `pathRegex` at the start only; Open Service Mesh matches the whole path.
  public enum PathReading {
    FULL,
    PREFIX
  }
}
