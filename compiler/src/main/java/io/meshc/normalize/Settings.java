package io.meshc.normalize;

import io.meshc.model.Assumptions;
import io.meshc.source.SourceFile;
import java.util.Optional;

/// What the user said beside the files.
///
/// @param defaultNamespace of namespaced objects that state none
/// @param osmPermissive whether OSM runs in permissive mode, for repos without its MeshConfig
/// @param meshConfig the settings of an Istio mesh
/// @param pathRegex how `pathRegex` of SMI is read; empty: as the repo shows
public record Settings(
    Assumptions assumptions,
    String defaultNamespace,
    Optional<Boolean> osmPermissive,
    Optional<PathReading> pathRegex,
    Optional<SourceFile> meshConfig) {

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
    return new Settings(assumed, defaultNamespace, osmPermissive, pathRegex, meshConfig);
  }

  public static final Settings DEFAULT =
      new Settings(Assumptions.DEFAULT, "default", Optional.empty(), Optional.empty());

  /// SMI anchors `pathRegex` at the start only; Open Service Mesh matches the whole path.
  public enum PathReading {
    FULL,
    PREFIX
  }
}
