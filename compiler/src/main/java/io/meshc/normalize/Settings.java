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
/// @param gateways how the Gateway API is read where its implementations differ; empty: as the mesh does that the repo shows
public record Settings(
    Assumptions assumptions,
    String defaultNamespace,
    Optional<Boolean> osmPermissive,
    Optional<PathReading> pathRegex,
    Optional<SourceFile> meshConfig,
    Optional<GatewayProfile> gateways,
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
      Optional<SourceFile> meshConfig,
      Optional<GatewayProfile> gateways) {
    this(
        assumptions,
        defaultNamespace,
        osmPermissive,
        pathRegex,
        meshConfig,
        gateways,
        Sharing.NOTHING);
  }

  /// Without a MeshConfig beside the files.
  public Settings(
      Assumptions assumptions,
      String defaultNamespace,
      Optional<Boolean> osmPermissive,
      Optional<PathReading> pathRegex) {
    this(
        assumptions,
        defaultNamespace,
        osmPermissive,
        pathRegex,
        Optional.empty(),
        Optional.empty());
  }

  /// The same with another trust domain.
  public Settings trusting(String domain) {
    var assumed = new Assumptions(domain, assumptions.clusterDomain(), assumptions.closed());
    return new Settings(
        assumed, defaultNamespace, osmPermissive, pathRegex, meshConfig, gateways, sharing);
  }

  /// The same in a cluster whose names end so.
  public Settings within(String clusterDomain) {
    var assumed = new Assumptions(assumptions.trustDomain(), clusterDomain, assumptions.closed());
    return new Settings(
        assumed, defaultNamespace, osmPermissive, pathRegex, meshConfig, gateways, sharing);
  }

  /// The same with the Gateway API read in that way.
  public Settings reading(GatewayProfile profile) {
    return new Settings(
        assumptions,
        defaultNamespace,
        osmPermissive,
        pathRegex,
        meshConfig,
        Optional.of(profile),
        sharing);
  }

  public static final Settings DEFAULT =
      new Settings(Assumptions.DEFAULT, "default", Optional.empty(), Optional.empty());

  /// Whose reading of the Gateway API counts: that of its text, or that of a mesh where the two differ.
  public enum GatewayProfile {
    SPEC,
    ISTIO,
    LINKERD
  }

  /// SMI anchors `pathRegex` at the start only; Open Service Mesh matches the whole path.
  public enum PathReading {
    FULL,
    PREFIX
  }
}
